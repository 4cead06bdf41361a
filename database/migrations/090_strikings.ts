import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Karartmalar: what of a tip-off whoever may not know who brought it reads, and who decided so. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('strikings', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Its text, its place, or one of its attachments: nought where the petition has only one.
      code('thing', 12).notNullable()
      table.integer('thing_id').unsigned().notNullable().defaultTo(0)
      // What may be read of it; null: nothing.
      table.text('words')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('struck_at').notNullable()
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('strikings')
  }
}
