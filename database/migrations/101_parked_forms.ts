import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Bekletilen formlar, and what was read back to whoever brought a petition. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('parked_forms', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // Of the form: parked twice it is there once.
      code('token_digest', 64).notNullable().unique()
      // All that was typed, sealed.
      table.text('words', 'mediumtext').notNullable()
      // A complaint about the bureau: for the officer alone who wrote it down.
      table.boolean('is_own').notNullable().defaultTo(false)
      table.dateTime('parked_at').notNullable()
      table.dateTime('expires_at').notNullable()
      // Who goes on with it; null: nobody yet.
      table.integer('taken_by').unsigned().references('officers.id')
      table.dateTime('taken_at')
      table.index(['authority_id', 'id'])
    })
    this.schema.createTable('read_backs', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('read_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('read_backs')
    this.schema.dropTable('parked_forms')
  }
}
