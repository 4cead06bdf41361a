import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What a petitioner says against an answer, once, and what was decided above whoever gave it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('objections', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.text('words').notNullable()
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // The step that gave the answer, and who approved it: decides nothing of it. Null: nobody who still
      // works here, or nobody else who could.
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      table.integer('given_by').unsigned().references('officers.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // head, chief or manager.
      code('level', 8).notNullable()
      table.dateTime('made_at').notNullable()
      table.date('due_on').notNullable()
      // When it last went one level up, because its day had passed.
      table.date('climbed_on')
      table.integer('rule_id').unsigned().notNullable().references('deadline_rules.id')
      // open, upheld or rejected.
      code('state', 10).notNullable().defaultTo('open')
      table.integer('decided_by').unsigned().references('officers.id')
      table.dateTime('decided_at')
      // As the petitioner reads it.
      table.text('letter')
      table.unique(['petition_id'])
      table.index(['authority_id', 'state', 'due_on', 'id'])
      table.index(['state', 'due_on', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('objections')
  }
}
