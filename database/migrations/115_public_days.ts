import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Days on which a manager hears people, and who was given a time. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('public_days', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('day', 10).notNullable()
      // 14:00, and how long each one is heard.
      code('begins_at', 5).notNullable()
      table.integer('minutes').unsigned().notNullable()
      table.integer('heard_by').unsigned().notNullable().references('officers.id')
      table.integer('set_by').unsigned().notNullable().references('officers.id')
      table.integer('version').unsigned().notNullable().defaultTo(0)
      table.unique(['authority_id', 'heard_by', 'day'])
      table.index(['authority_id', 'day', 'id'])
    })
    this.schema.createTable('appointments', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('public_day_id').unsigned().notNullable().references('public_days.id')
      table.integer('position').unsigned().notNullable()
      // Null: came without an appointment.
      code('at', 5)
      // Sealed, as is everything about the person.
      table.text('name').notNullable()
      table.text('phone')
      table.text('about')
      code('state', 10).notNullable().defaultTo('expected')
      table.integer('petition_id').unsigned().references('petitions.id')
      table.integer('given_by').unsigned().notNullable().references('officers.id')
      table.dateTime('given_at').notNullable()
      table.unique(['public_day_id', 'position'])
    })
  }

  async down() {
    this.schema.dropTable('appointments')
    this.schema.dropTable('public_days')
  }
}
