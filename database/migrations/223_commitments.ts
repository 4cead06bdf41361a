import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What an answer promised for a later day, and what became of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('commitments', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.text('text').notNullable()
      // Whose promise it is.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // 2027-03-31
      code('day', 10).notNullable()
      // proposed as long as the answer is not given; open, kept, moved or broken.
      code('state', 10).notNullable()
      // The one that was moved to this day.
      table.integer('moved_from').unsigned()
      table.integer('made_by').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
      // When it came back to the unit.
      table.dateTime('recalled_at')
      table.integer('ended_by').unsigned().references('officers.id')
      table.dateTime('ended_at')
      table.text('reason')
      table.unique(['moved_from'])
      table.index(['petition_id', 'id'])
      table.index(['unit_id', 'state', 'day', 'id'])
      table.index(['state', 'recalled_at', 'day', 'id'])
      table.index(['authority_id', 'state', 'ended_at', 'id'])
      table.index(['authority_id', 'state', 'day', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('commitments')
  }
}
