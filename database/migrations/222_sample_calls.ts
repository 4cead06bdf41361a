import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Concluded petitions drawn by lot, whose petitioners the bureau calls, and what they said. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('authorities', (table) => {
      // Of a hundred concluded petitions so many are called.
      table.integer('sample_share').notNullable().defaultTo(5)
    })
    this.schema.createTable('sample_calls', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('survey_id').unsigned().notNullable().references('surveys.id')
      table.date('drawn_on').notNullable()
      // yes, partly, no, or unreached; null: still to be called.
      ascii(this, table)('result', 10)
      table.text('words')
      table.integer('called_by').unsigned().references('officers.id')
      table.dateTime('called_at')
      table.unique(['survey_id'])
      table.index(['authority_id', 'called_at', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('sample_calls')
    this.schema.raw('alter table authorities drop column sample_share')
  }
}
