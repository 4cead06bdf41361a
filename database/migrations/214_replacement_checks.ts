import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What the checks found in an answer that takes another's place, and why it goes on. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('replacement_checks', (table) => {
      table.increments('id')
      const of = table.integer('replacement_id').unsigned().notNullable()
      of.references('answer_replacements.id')
      ascii(this, table)('sort', 12).notNullable()
      table.text('found').notNullable()
      table.text('reason').notNullable()
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
      table.index(['replacement_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('replacement_checks')
  }
}
