import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What a manager wants done with a petition, until when and by whom, and what was answered. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('directives', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('given_by').unsigned().notNullable().references('officers.id')
      table.dateTime('given_at').notNullable()
      // Null: the unit that is in charge, whichever that is by now.
      table.integer('officer_id').unsigned().references('officers.id')
      table.text('text').notNullable()
      // 2026-12-09
      code('day', 10).notNullable()
      // open, answered or done.
      code('state', 10).notNullable().defaultTo('open')
      table.text('reply')
      table.integer('replied_by').unsigned().references('officers.id')
      table.dateTime('replied_at')
      table.integer('done_by').unsigned().references('officers.id')
      table.dateTime('done_at')
      table.dateTime('reminded_at')
      table.index(['petition_id', 'id'])
      table.index(['given_by', 'done_at', 'day', 'id'])
      table.index(['officer_id', 'done_at', 'day', 'id'])
      table.index(['authority_id', 'officer_id', 'done_at', 'day', 'id'])
      table.index(['state', 'reminded_at', 'day', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('directives')
  }
}
