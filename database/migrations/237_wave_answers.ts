import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** One answer to many petitions of a wave, as a unit writes it and its head approves it; and to which. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('wave_answers', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('wave_id').unsigned().notNullable().references('waves.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('version').unsigned().notNullable()
      code('outcome', 20)
      code('ground', 20)
      table.text('text', 'mediumtext').notNullable()
      table.text('reason')
      table.text('remedy')
      table.integer('drafted_by').unsigned().notNullable().references('officers.id')
      table.dateTime('drafted_at').notNullable()
      table.integer('submitted_by').unsigned().references('officers.id')
      table.dateTime('submitted_at')
      table.integer('approved_by').unsigned().references('officers.id')
      // Vekâleten: in whose place.
      table.integer('acted_for').unsigned().references('officers.id')
      table.dateTime('approved_at')
      // To how many it is given.
      table.integer('given_to').unsigned().notNullable().defaultTo(0)
      // Null as long as petitions of it are still to be answered.
      table.dateTime('ended_at')
      table.unique(['wave_id', 'unit_id', 'version'])
      table.index(['wave_id', 'unit_id', 'id'])
      table.index(['ended_at', 'approved_at', 'id'])
    })
    this.schema.createTable('wave_works', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('wave_answer_id').unsigned().notNullable().references('wave_answers.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // waits, answered, or left for a person.
      code('state', 8).notNullable()
      // Why it was left.
      code('why', 12)
      table.dateTime('done_at')
      table.unique(['wave_answer_id', 'petition_id'])
      table.index(['wave_answer_id', 'state', 'id'])
    })
  }

  async down() {
    for (const table of ['wave_works', 'wave_answers']) this.schema.dropTable(table)
  }
}
