import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * What a petitioner adds by number and code, what a unit asks of whoever brought a tip-off, and whether
 * anybody has yet to read it.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.createTable('questions', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.text('text').notNullable()
      table.dateTime('asked_at').notNullable()
      // As the desk passes it on; null: it has not yet.
      table.text('passed_text')
      table.integer('passed_by').unsigned().references('officers.id')
      table.dateTime('passed_at')
      table.dateTime('answered_at')
      table.index(['petition_id', 'id'])
      table.index(['passed_at', 'id'])
    })
    this.schema.createTable('additions', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Of its form: sent twice it is there once.
      code('token_digest', 64).notNullable().unique()
      // Null: files alone.
      table.text('text')
      table.integer('question_id').unsigned().references('questions.id')
      // Of a tip-off that a unit has: the desk reads it first.
      table.boolean('is_held').notNullable().defaultTo(false)
      table.dateTime('made_at').notNullable()
      table.index(['petition_id', 'id'])
      table.index(['is_held', 'id'])
    })
    this.schema.alterTable('petitions', (table) => {
      // Who has yet to read what was added: whoever has it, or first the desk.
      ascii(this, table)('unread_by', 10).notNullable().defaultTo('nobody')
    })
  }

  async down() {
    this.schema.raw('alter table petitions drop column unread_by')
    this.schema.dropTable('additions')
    this.schema.dropTable('questions')
  }
}
