import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * By which words petitions are found: written behind the commit by the worker alone, a piece at a time.
 * Nothing here refers to a petition by a foreign key: its check would make whoever takes a step wait.
 * The first round of the worker, and `node ace search:rebuild`, write what stands in `petitions` already.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('search_postings', (table) => {
      const code = ascii(this, table)
      // Whose reading it is of: a3 an authority's, u17 a unit's (app/intake/search/postings/scopes.ts).
      code('scope', 12).notNullable()
      code('term', 8).notNullable()
      table.integer('petition_id').unsigned().notNullable()
      table.primary(['scope', 'term', 'petition_id'])
    })
    // What was written of each petition, so that it can be taken away again.
    this.schema.createTable('search_entries', (table) => {
      table.integer('petition_id').unsigned().primary()
      table.text('written', 'mediumtext').notNullable()
    })
    // Each term, whole and without one of its letters: what may have been meant by a slip of the pen.
    this.schema.createTable('search_spellings', (table) => {
      const code = ascii(this, table)
      code('spelling', 8).notNullable()
      code('term', 8).notNullable()
      table.primary(['spelling', 'term'])
    })
    this.schema.createTable('search_marks', (table) => {
      table.integer('id').primary()
      // All steps up to this one are followed.
      table.integer('step_id').unsigned().notNullable()
      // During a rebuilding, all petitions up to this one are written anew; else null.
      table.integer('rebuilt_to').unsigned()
      table.integer('rebuild_until').unsigned().notNullable()
    })
  }

  async down() {
    for (const table of ['search_marks', 'search_spellings', 'search_entries', 'search_postings']) {
      this.schema.dropTable(table)
    }
  }
}
