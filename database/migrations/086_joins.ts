import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** By which words a petition is found to be alike, and who joined it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('petition_terms', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // Without a reference: MariaDB would give it an index, and intersect that with the one below.
      table.integer('subject_id').unsigned().notNullable()
      // Folded, as what is compared with it.
      code('place', 60).notNullable()
      // With spaces between them.
      code('terms', 160).notNullable()
      table.dateTime('received_at').notNullable()
      // The newest of a subject and a place, and of them so many.
      table.index(['authority_id', 'subject_id', 'place', 'id'])
    })
    this.schema.createTable('petition_joins', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      code('number', 10).notNullable().unique()
      code('secret_digest', 64).notNullable()
      // The form that brought it, as of a petition.
      code('token_digest', 64).unique()
      // What was shown to whoever joined: it stays, whatever becomes of the petition.
      table.integer('subject_id').unsigned().notNullable().references('subjects.id')
      table.string('place', 200).notNullable()
      table.text('phone').notNullable()
      code('phone_index', 64).notNullable()
      table.text('email')
      table.boolean('declines_texts').notNullable().defaultTo(false)
      code('locale', 5).notNullable()
      table.dateTime('joined_at').notNullable()
      table.dateTime('withdrawn_at')
      table.index(['petition_id', 'withdrawn_at', 'phone_index'])
    })
    this.schema.alterTable('petitions', (table) => {
      // Persons who joined it and did not think better of it.
      table.integer('joined').notNullable().defaultTo(0)
    })
  }

  async down() {
    // By hand: knex would build the table anew on SQLite.
    this.schema.raw('alter table petitions drop column joined')
    this.schema.dropTable('petition_joins')
    this.schema.dropTable('petition_terms')
  }
}
