import { BaseSchema } from '@adonisjs/lucid/schema'

/** A unit wants a later day than was promised, and its head says yes or no. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('extensions', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.date('until').notNullable()
      table.text('reason').notNullable()
      table.integer('asked_by').unsigned().notNullable().references('officers.id')
      table.dateTime('asked_at').notNullable()
      table.integer('decided_by').unsigned().references('officers.id')
      table.dateTime('decided_at')
      table.boolean('granted')
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('extensions')
  }
}
