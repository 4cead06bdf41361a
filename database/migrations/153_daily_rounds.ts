import { BaseSchema } from '@adonisjs/lucid/schema'

/** The round of each day, and what each officer was told by e-mail on it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('daily_rounds', (table) => {
      table.increments('id')
      table.date('day').notNullable().unique()
      table.dateTime('begun_at').notNullable()
      table.dateTime('finished_at')
      // Of the time that finished it: petitions looked at, rungs taken, officers told.
      table.integer('looked').unsigned().notNullable().defaultTo(0)
      table.integer('reminded').unsigned().notNullable().defaultTo(0)
      table.integer('told').unsigned().notNullable().defaultTo(0)
    })
    this.schema.createTable('digests', (table) => {
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.date('day').notNullable()
      // Of new work that came later the next one tells.
      table.dateTime('news_until').notNullable()
      table.unique(['officer_id', 'day'])
      table.index(['day', 'officer_id', 'news_until'])
    })
  }

  async down() {
    this.schema.dropTable('digests')
    this.schema.dropTable('daily_rounds')
  }
}
