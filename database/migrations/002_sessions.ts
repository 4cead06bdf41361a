import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { createRateLimits } from '#database/rate_limits'

/** The framework's own two tables: officers' sessions and the counters of limited tries. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('sessions', (table) => {
      const code = ascii(this, table)
      code('id', 255).primary()
      table.text('data', 'mediumtext').notNullable()
      code('user_id', 40).nullable().index()
      table.dateTime('expires_at').notNullable().index()
    })

    createRateLimits(this)
  }

  async down() {
    this.schema.dropTable('rate_limits')
    this.schema.dropTable('sessions')
  }
}
