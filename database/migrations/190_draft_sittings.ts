import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What an officer has written of an answer and not saved: one row of one page that is open. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('draft_sittings', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // Who was in charge then.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      // Which page, as it calls itself.
      code('sitting', 32).notNullable()
      // Of which form of the card: draft, correct.
      code('part', 10).notNullable()
      // The answer's version from which it was begun; 0: there was none.
      table.integer('begun_from').unsigned().notNullable()
      // A page counts what it sends: what comes late changes nothing.
      table.integer('turn').unsigned().notNullable()
      // Sealed: all fields of the form.
      table.text('words', 'mediumtext')
      table.dateTime('begun_at').notNullable()
      table.dateTime('kept_at').notNullable()
      // Its words were saved, or thrown away: what comes late opens it no more.
      table.dateTime('closed_at')
      table.unique(['petition_id', 'officer_id', 'sitting'], {
        indexName: 'draft_sittings_one_unique',
      })
      table.index(['kept_at'])
    })
  }

  async down() {
    this.schema.dropTable('draft_sittings')
  }
}
