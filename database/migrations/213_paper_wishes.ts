import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whoever brought a petition wants its answer on paper, or no more; the last word counts. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('paper_wishes', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.boolean('wants').notNullable()
      table.integer('said_by').unsigned().notNullable().references('officers.id')
      table.dateTime('said_at').notNullable()
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('paper_wishes')
  }
}
