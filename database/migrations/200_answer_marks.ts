import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a head marked in the words of an answer that was sent back. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('answer_marks', (table) => {
      table.increments('id')
      table.integer('decision_id').unsigned().notNullable().references('answer_decisions.id')
      // As the head counts them on the page.
      table.smallint('position').unsigned().notNullable()
      table.string('quote', 500).notNullable()
      table.string('remark', 500).notNullable()
      table.unique(['decision_id', 'position'])
    })
  }

  async down() {
    this.schema.dropTable('answer_marks')
  }
}
