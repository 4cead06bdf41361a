import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** One-time codes by which somebody shows that a telephone is in their hands. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('telephone_codes', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // By lot: the form that asks for the code carries it, sealed.
      code('lot', 32).notNullable().unique()
      code('digest', 64).notNullable()
      table.integer('tries').unsigned().notNullable().defaultTo(0)
      table.dateTime('expires_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('telephone_codes')
  }
}
