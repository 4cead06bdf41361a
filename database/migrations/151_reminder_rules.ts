import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * When somebody is reminded of a last day, and to whom a petition climbs that is late: an authority's
 * own words on it. A row never says anything else: it is closed, and another one entered.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('reminder_rules', (table) => {
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      ascii(this, table)('clock', 10).notNullable()
      // Working days before the last day, and whether on the day itself.
      table.integer('before')
      table.boolean('on_day').notNullable()
      // Working days after it; none: it does not climb there.
      table.integer('head')
      table.integer('chief')
      table.integer('governor')
      table.integer('first_id').unsigned()
      table.integer('version').notNullable().defaultTo(1)
      table.dateTime('entered_at').notNullable()
      table.dateTime('closed_at')
      table.index(['authority_id', 'clock'])
    })
  }

  async down() {
    this.schema.dropTable('reminder_rules')
  }
}
