import { BaseSchema } from '@adonisjs/lucid/schema'

/** Behind whatever was given its place by hand. */
const LAST = 10_000

/** Units that change their name or close, and subjects in an order of their own. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('unit_names', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.string('name', 160).notNullable()
      table.string('short_name', 60).notNullable()
      table.dateTime('until').notNullable()
      table.index(['authority_id', 'id'])
    })
    this.schema.createTable('unit_closings', (table) => {
      table.increments('id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      // None: whatever turns up there goes back to the desk.
      table.integer('successor_id').unsigned().references('units.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('began_at').notNullable()
      table.dateTime('ended_at')
      table.integer('moved').notNullable().defaultTo(0)
      table.index(['unit_id', 'id'])
      table.index(['ended_at', 'id'])
    })
    this.schema.alterTable('headings', (table) => {
      table.date('closed_on')
    })
    this.schema.alterTable('subjects', (table) => {
      table.integer('position').notNullable().defaultTo(LAST)
      table.integer('merged_into_id').unsigned().references('subjects.id')
    })
  }

  async down() {
    this.schema.alterTable('subjects', (table) => {
      table.dropForeign(['merged_into_id'])
      table.dropColumn('merged_into_id')
      table.dropColumn('position')
    })
    this.schema.alterTable('headings', (table) => {
      table.dropColumn('closed_on')
    })
    this.schema.dropTable('unit_closings')
    this.schema.dropTable('unit_names')
  }
}
