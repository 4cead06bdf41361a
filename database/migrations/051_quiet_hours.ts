import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** When an authority lets no text ring; none: as the server is set. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('authorities', (table) => {
      // 21:00-08:00, or none.
      ascii(this, table)('quiet_hours', 11)
    })
  }

  async down() {
    this.schema.alterTable('authorities', (table) => {
      table.dropColumn('quiet_hours')
    })
  }
}
