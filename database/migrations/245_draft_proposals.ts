import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** A proposal for an answer was asked of the house's own model: by whom, when, how it ended; no word of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('draft_proposals', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('asked_at').notNullable()
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // Null: nobody waited for its end.
      table.dateTime('ended_at')
      ascii(this, table)('ended', 12)
      table.index(['petition_id', 'id'])
      table.index(['authority_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('draft_proposals')
  }
}
