import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** A public day is changed or cancelled, and whoever has an appointment is told of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('public_day_changes', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('public_day_id').unsigned().notNullable().references('public_days.id')
      code('kind', 10).notNullable()
      // What stood there before.
      code('day', 10).notNullable()
      code('begins_at', 5).notNullable()
      table.integer('minutes').unsigned().notNullable()
      table.string('place', 160)
      // Sealed: it may say something of a person.
      table.text('reason')
      table.integer('made_by').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
    })
    this.schema.alterTable('public_days', (table) => {
      table.string('place', 160)
      // 0: it is held. A cancelled one's own id, so that another may be set in its place.
      table.integer('cancelled').unsigned().notNullable().defaultTo(0)
      table.unique([...KEY, 'cancelled'])
    })
    this.schema.alterTable('public_days', (table) => table.dropUnique(KEY))
    this.schema.alterTable('appointments', (table) => {
      // The change of which they have not heard yet; null: they know.
      table.integer('to_tell').unsigned()
      table.integer('told_by').unsigned()
      table.dateTime('told_at')
      table.index(['public_day_id', 'to_tell'])
    })
  }

  async down() {
    this.schema.alterTable('appointments', (table) => {
      table.dropIndex(['public_day_id', 'to_tell'])
      table.dropColumns('to_tell', 'told_by', 'told_at')
    })
    this.schema.alterTable('public_days', (table) => table.unique(KEY))
    this.schema.alterTable('public_days', (table) => table.dropUnique([...KEY, 'cancelled']))
    this.schema.alterTable('public_days', (table) => table.dropColumns('place', 'cancelled'))
    this.schema.dropTable('public_day_changes')
  }
}

const KEY = ['authority_id', 'heard_by', 'day']
