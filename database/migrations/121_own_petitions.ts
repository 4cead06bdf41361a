import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** By what an officer's own petitions are known, on which they do not work. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('officers', (table) => {
      const code = ascii(this, table)
      // Sealed, and the index under which a petitioner has the same.
      table.text('national_id')
      code('national_id_index', 64)
      table.text('own_phone')
      code('own_phone_index', 64)
    })
  }

  async down() {
    for (const column of ['national_id', 'national_id_index', 'own_phone', 'own_phone_index']) {
      this.schema.raw(`alter table officers drop column ${column}`)
    }
  }
}
