import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which petition an officer has open now: one row of each officer, written anew as they go on. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('onlookers', (table) => {
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().unique().references('officers.id')
      // Null: they left it.
      table.integer('petition_id').unsigned().references('petitions.id')
      table.dateTime('seen_at').notNullable()
      table.index(['petition_id', 'seen_at'])
    })
  }

  async down() {
    this.schema.dropTable('onlookers')
  }
}
