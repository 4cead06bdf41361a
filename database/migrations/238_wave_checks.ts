import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What the checks found in the one answer to a wave, and why it goes on; and who stopped its giving. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('wave_checks', (table) => {
      table.increments('id')
      table.integer('wave_answer_id').unsigned().notNullable().references('wave_answers.id')
      table.integer('version').unsigned().notNullable()
      ascii(this, table)('sort', 12).notNullable()
      table.text('found').notNullable()
      table.text('reason')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
      table.index(['wave_answer_id', 'version', 'id'])
    })
    this.schema.createTable('wave_stops', (table) => {
      table.increments('id')
      table.integer('wave_answer_id').unsigned().notNullable().references('wave_answers.id')
      table.integer('stopped_by').unsigned().notNullable().references('officers.id')
      table.dateTime('stopped_at').notNullable()
      // Null as long as it stands still.
      table.integer('resumed_by').unsigned().references('officers.id')
      table.dateTime('resumed_at')
      table.index(['wave_answer_id', 'resumed_at', 'id'])
    })
  }

  async down() {
    for (const table of ['wave_stops', 'wave_checks']) this.schema.dropTable(table)
  }
}
