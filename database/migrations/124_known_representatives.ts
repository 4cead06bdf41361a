import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Whoever spoke for somebody is known at the desk as well: by name too, within the authority. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('representatives', (table) => {
      // Null: a row from before, whose name has yet to be indexed (people/name_rounds.ts).
      table.integer('authority_id').unsigned()
      ascii(this, table)('name_index', 64)
      table.index(['authority_id', 'name_index', 'petition_id'])
    })
    this.schema.alterTable('identity_checks', (table) => {
      // Of whom of the two the document was seen.
      ascii(this, table)('role', 20).notNullable().defaultTo('petitioner')
    })
  }

  async down() {
    this.schema.raw('alter table identity_checks drop column role')
    this.schema.alterTable('representatives', (table) => {
      table.dropIndex(['authority_id', 'name_index', 'petition_id'])
    })
    // By hand: knex would build the table anew on SQLite.
    this.schema.raw('alter table representatives drop column name_index')
    this.schema.raw('alter table representatives drop column authority_id')
  }
}
