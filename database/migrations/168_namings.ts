import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whom a complaint means, as the desk said; the petition carries the last of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('namings', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      // Null: nobody of ours.
      table.integer('complained_officer_id').unsigned().references('officers.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('named_at').notNullable()
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('namings')
  }
}
