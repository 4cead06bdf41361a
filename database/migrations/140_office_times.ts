import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Until when the desk, or a unit, had to act of itself, and when it did. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('office_times', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('rule_id').unsigned().notNullable().references('deadline_rules.id')
      code('clock', 10).notNullable()
      // Whole seconds of a moment, so that both databases find the same one again.
      table.bigInteger('since').notNullable()
      table.dateTime('until').notNullable()
      table.dateTime('met_at').notNullable()
      table.unique(['petition_id', 'clock', 'since'])
      table.index(['authority_id', 'clock', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('office_times')
  }
}
