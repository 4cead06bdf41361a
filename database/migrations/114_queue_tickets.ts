import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** The numbers that were given, and at which counter an officer sits. No word of anybody's. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('queue_tickets', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('day', 10).notNullable()
      table.integer('number').unsigned().notNullable()
      code('sort', 10).notNullable()
      code('state', 10).notNullable()
      // Of the kiosk's page: pressed twice it is one ticket.
      code('token_digest', 64).notNullable().unique()
      // Where it stands in the line; whoever was not there stands at its end.
      table.integer('place').unsigned().notNullable()
      // The how many-eth call of the day it was; null while it waits for the first.
      table.integer('turn').unsigned()
      table.integer('calls').unsigned().notNullable().defaultTo(0)
      table.integer('absences').unsigned().notNullable().defaultTo(0)
      table.integer('officer_id').unsigned().references('officers.id')
      table.string('counter', 12)
      table.dateTime('taken_at').notNullable()
      // When it was called first, and last.
      table.dateTime('called_at')
      table.dateTime('recalled_at')
      table.dateTime('ended_at')
      table.unique(['authority_id', 'day', 'number'])
      // Two officers at once never make the same call.
      table.unique(['authority_id', 'day', 'turn'])
      table.index(['authority_id', 'day', 'state', 'sort', 'place'])
      table.index(['authority_id', 'day', 'state', 'place'])
      table.index(['officer_id', 'day', 'state'])
    })
    this.schema.createTable('counters', (table) => {
      table.increments('id')
      table.integer('officer_id').unsigned().notNullable().unique().references('officers.id')
      table.string('name', 12).notNullable()
    })
  }

  async down() {
    this.schema.dropTable('counters')
    this.schema.dropTable('queue_tickets')
  }
}
