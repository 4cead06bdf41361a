import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * What the managers' page shows, counted beforehand: by the worker alone, a piece at a time, from the
 * steps that came since. Nothing here refers to a petition or a message by a foreign key: its check
 * would make whoever takes a step wait for the count. The first round of the worker, and
 * `node ace figures:recount`, count whatever stands in `petitions` and `steps` already.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('tallies', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      // Authority, week, sort and unit in one.
      code('name', 60).notNullable().unique()
      table.integer('authority_id').unsigned().notNullable()
      // Its Monday in Türkiye, ISO; `open` of what is counted as it is now.
      code('week', 10).notNullable()
      code('sort', 10).notNullable()
      // 0: of no unit, or the bureau in the authority's name.
      table.integer('unit_id').unsigned().notNullable()
      table.text('counts', 'mediumtext').notNullable()
      table.index(['authority_id', 'week'])
    })
    // As what each petition was counted last.
    this.schema.createTable('counted_petitions', (table) => {
      const code = ascii(this, table)
      table.integer('petition_id').unsigned().primary()
      table.integer('edition').unsigned().notNullable()
      table.integer('position').notNullable()
      table.integer('unit_id').unsigned().notNullable()
      code('circle', 10).notNullable()
      // Null: it was not open.
      table.date('due_on')
    })
    this.schema.createTable('tally_marks', (table) => {
      table.integer('id').primary()
      // A recount begins another one; what was counted in one before it counts for nothing.
      table.integer('edition').unsigned().notNullable()
      // All steps up to this one are counted.
      table.integer('step_id').unsigned().notNullable()
      table.dateTime('counted_until')
      // During a recount, all petitions up to this one are counted anew; else null.
      table.integer('recounted_to').unsigned()
      table.integer('recount_until').unsigned().notNullable()
    })
    // Up to which ended text the texts of an authority are counted.
    this.schema.createTable('text_marks', (table) => {
      const code = ascii(this, table)
      table.integer('authority_id').unsigned().primary()
      table.dateTime('final_at').notNullable()
      code('state', 14).notNullable()
      table.integer('message_id').unsigned().notNullable()
    })
    // The figures alone were answered by these.
    this.schema.alterTable('petitions', (table) => table.dropIndex(OF_PETITIONS))
    this.schema.alterTable('steps', (table) => table.dropIndex(OF_STEPS))
  }

  async down() {
    this.schema.alterTable('petitions', (table) => table.index(OF_PETITIONS))
    this.schema.alterTable('steps', (table) => table.index(OF_STEPS))
    for (const table of ['text_marks', 'tally_marks', 'counted_petitions', 'tallies']) {
      this.schema.dropTable(table)
    }
  }
}

const OF_PETITIONS = ['authority_id', 'received_at', 'subject_id', 'circle']
const OF_STEPS = ['outcome', 'taken_at', 'unit_id', 'petition_id']
