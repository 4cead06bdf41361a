import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** A sitting is also of an answer that takes another's place: its form has a longer name. */
export default class extends BaseSchema {
  async up() {
    // SQLite knows no longest word, and would copy the whole table.
    if (this.db.dialect.name !== 'mysql') return
    this.schema.alterTable('draft_sittings', (table) => {
      ascii(this, table)('part', 20).notNullable().alter()
    })
  }

  async down() {
    await this.db.from('draft_sittings').where('part', 'replaceAnswer').delete()
  }
}
