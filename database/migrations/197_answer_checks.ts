import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What stands beside an answer for its head: checks that were passed over with a reason, examples. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answer_checks', (table) => {
      table.increments('id')
      table.integer('answer_id').unsigned().notNullable().references('answers.id')
      table.integer('version').unsigned().notNullable()
      ascii(this, table)('sort', 12).notNullable()
      table.text('found').notNullable()
      table.text('reason')
      table.integer('example_id').unsigned().references('answer_examples.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('made_at').notNullable()
      table.index(['answer_id', 'version', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('answer_checks')
  }
}
