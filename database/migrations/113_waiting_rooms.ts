import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Numbers of the day for those who wait at the bureau, where an authority gives them. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('authorities', (table) => {
      table.boolean('calls_numbers').notNullable().defaultTo(false)
    })
    this.schema.createTable('waiting_rooms', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().unique().references('authorities.id')
      // The kiosk's address is made of the lot and a key, and is found by its digest.
      code('lot', 32).notNullable()
      code('digest', 64).notNullable().unique()
      // Of which day the three counts are; each begins anew with the next.
      code('day', 10).notNullable().defaultTo('')
      table.integer('last_number').unsigned().notNullable().defaultTo(0)
      table.integer('last_place').unsigned().notNullable().defaultTo(0)
      table.integer('last_turn').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.dropTable('waiting_rooms')
    this.schema.alterTable('authorities', (table) => {
      table.dropColumn('calls_numbers')
    })
  }
}
