import { BaseSchema } from '@adonisjs/lucid/schema'

/** What one unit is asked of a petition that another has, and how far the unit in charge is. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('unit_questions', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.string('sort', 10).notNullable()
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      // Who waits for it: the unit in charge of then, or the bureau.
      table.integer('for_unit_id').unsigned().notNullable().references('units.id')
      table.integer('asked_by').unsigned().notNullable().references('officers.id')
      table.text('question').notNullable()
      table.date('due_on').notNullable()
      table.dateTime('asked_at').notNullable()
      table.string('state', 10).notNullable().defaultTo('open')
      // The answer, or why there is none.
      table.text('words')
      table.integer('ended_by').unsigned().references('officers.id')
      table.dateTime('ended_at')
      table.index(['petition_id', 'id'])
      table.index(['unit_id', 'state', 'due_on', 'id'])
      table.index(['unit_id', 'ended_at', 'id'])
      table.index(['for_unit_id', 'ended_at', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('unit_questions')
  }
}
