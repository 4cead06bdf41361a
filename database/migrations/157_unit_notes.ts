import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the desk writes to the unit that has a petition: a reminder, or something more to know. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('unit_notes', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.text('note').notNullable()
      table.dateTime('noted_at').notNullable()
      table.index(['unit_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('unit_notes')
  }
}
