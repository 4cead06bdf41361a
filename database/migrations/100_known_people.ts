import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Who has come before: petitioners are found by name as well, within their authority, and a row says
 * that an officer has seen somebody's identity document.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('petitioners', (table) => {
      // Null: a row from before, whose name has yet to be indexed (people/name_rounds.ts).
      table.integer('authority_id').unsigned()
      ascii(this, table)('name_index', 64)
      table.index(['authority_id', 'name_index', 'petition_id'])
    })
    this.schema.createTable('identity_checks', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.dateTime('checked_at').notNullable()
      code('document', 20).notNullable()
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // The newest earlier petition of whoever showed the document.
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // What was then written down for them, if anything.
      table.integer('brought_id').unsigned()
      table.index(['petition_id', 'id'])
      table.index(['brought_id'])
    })
  }

  async down() {
    this.schema.dropTable('identity_checks')
    this.schema.alterTable('petitioners', (table) => {
      table.dropIndex(['authority_id', 'name_index', 'petition_id'])
    })
    // By hand: knex would build the table anew on SQLite.
    this.schema.raw('alter table petitioners drop column name_index')
    this.schema.raw('alter table petitioners drop column authority_id')
  }
}
