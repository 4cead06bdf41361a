import { BaseSchema } from '@adonisjs/lucid/schema'

/** İstenenler: what a petition asks for, one thing a row, as the unit that answers reads it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('wants', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.string('text', 300).notNullable()
      table.integer('added_by').unsigned().notNullable().references('officers.id')
      table.dateTime('added_at').notNullable()
      table.integer('answered_by').unsigned().references('officers.id')
      table.dateTime('answered_at')
      table.index(['petition_id', 'unit_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('wants')
  }
}
