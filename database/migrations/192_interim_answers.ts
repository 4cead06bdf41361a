import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What a petitioner is told before the answer. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('interim_answers', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('unit_id').unsigned().notNullable().references('units.id')
      table.text('text').notNullable()
      // waiting for the head, given, refused
      ascii(this, table)('state', 10).notNullable()
      table.integer('written_by').unsigned().notNullable().references('officers.id')
      table.dateTime('written_at').notNullable()
      table.integer('decided_by').unsigned().references('officers.id')
      table.dateTime('decided_at')
      table.text('reason')
      table.index(['petition_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('interim_answers')
  }
}
