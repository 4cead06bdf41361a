import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What takes the place of an answer that was given: written, approved, and dated by itself. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answer_replacements', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      // The step that gave the answer whose place it takes.
      table.integer('replaced_id').unsigned().notNullable().references('steps.id')
      code('outcome', 20).notNullable()
      code('ground', 30)
      table.text('text', 'mediumtext').notNullable()
      table.text('reason')
      table.text('remedy')
      // What was wrong, for the head: nobody else reads it.
      table.text('because').notNullable()
      // waiting for the head, given, refused
      code('state', 10).notNullable()
      table.integer('written_by').unsigned().notNullable().references('officers.id')
      table.dateTime('written_at').notNullable()
      table.integer('decided_by').unsigned().references('officers.id')
      table.dateTime('decided_at')
      // Why the head does not give it.
      table.text('refusal')
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('answer_replacements')
  }
}
