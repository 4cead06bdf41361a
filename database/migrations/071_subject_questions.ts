import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What else must be known of a subject, as its chief asks, and what petitioners answered. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('subject_questions', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('subject_id').unsigned().notNullable().references('subjects.id')
      table.integer('position').notNullable()
      table.string('label', 160).notNullable()
      // Without them the Turkish words stand on English pages.
      table.string('label_en', 160)
      table.string('help', 300)
      table.string('help_en', 300)
      code('field', 10).notNullable()
      // One on each line; the English ones in the same order.
      table.string('choices', 1000)
      table.string('choices_en', 1000)
      code('required_at', 10).notNullable().defaultTo('nowhere')
      table.date('closed_on')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['authority_id', 'subject_id', 'position'])
    })
    this.schema.alterTable('petitions', (table) => {
      // With the words that each was asked with then; nothing for nearly all.
      table.text('particulars')
    })
  }

  async down() {
    this.schema.alterTable('petitions', (table) => table.dropColumn('particulars'))
    this.schema.dropTable('subject_questions')
  }
}
