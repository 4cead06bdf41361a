import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Who was reminded of which last day of a petition: each rung once, whatever runs twice. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('reminders', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('clock', 10).notNullable()
      table.date('last_day').notNullable()
      code('rung', 10).notNullable()
      // Whose people: the unit in charge, or the bureau for the chief and the managers.
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      table.dateTime('since').notNullable()
      // When the petition was not open any more, or had another last day or unit.
      table.dateTime('until')
      table.unique(['petition_id', 'clock', 'last_day', 'rung', 'unit_id'], {
        indexName: 'reminders_once',
      })
      table.index(['unit_id', 'rung', 'until', 'id'])
      table.index(['until', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('reminders')
  }
}
