import { BaseSchema } from '@adonisjs/lucid/schema'

/** In whose hands a petition was, since when, until when, and who gave it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('assignments', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // Beside the one who has it.
      table.boolean('shares').notNullable().defaultTo(false)
      table.integer('given_by').unsigned().references('officers.id')
      table.dateTime('since').notNullable()
      table.dateTime('until')
      table.index(['petition_id', 'until'])
    })
  }

  async down() {
    this.schema.dropTable('assignments')
  }
}
