import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Pages by which a petitioner's telephone brings files to one form of the desk. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('telephone_pages', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // Its address is made of the lot and a key, and is found by its digest; it stands nowhere itself.
      code('lot', 32).notNullable()
      code('digest', 64).notNullable().unique()
      // Whose files they are: the form's token, as its digest.
      code('holder', 64).notNullable()
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('expires_at').notNullable()
      table.dateTime('closed_at')
      table.index(['holder'])
    })
  }

  async down() {
    this.schema.dropTable('telephone_pages')
  }
}
