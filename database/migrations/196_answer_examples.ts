import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Örnek cevaplar: masked words of a given answer, released by a head, and who wrote with their help. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answer_examples', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('subject_id').unsigned().notNullable().references('subjects.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('answer_id').unsigned().notNullable().references('answers.id')
      // The answer's id as long as it is released: one is released once at a time.
      table.integer('open_answer_id').unsigned().unique()
      ascii(this, table)('outcome', 20).notNullable()
      table.text('text', 'mediumtext').notNullable()
      table.text('terms').notNullable()
      table.integer('released_by').unsigned().notNullable().references('officers.id')
      table.dateTime('released_at').notNullable()
      table.integer('taken_back_by').unsigned().references('officers.id')
      table.dateTime('taken_back_at')
      table.index(['unit_id', 'taken_back_at', 'id'])
      table.index(['authority_id', 'subject_id', 'taken_back_at', 'id'])
    })
    this.schema.createTable('example_insertions', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('example_id').unsigned().notNullable().references('answer_examples.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('inserted_at').notNullable()
      table.unique(['petition_id', 'unit_id', 'example_id'])
    })
  }

  async down() {
    this.schema.dropTable('example_insertions')
    this.schema.dropTable('answer_examples')
  }
}
