import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an outside body answered, or that it answers the petitioner itself. Its words stand on the step. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('forwarding_answers', (table) => {
      table.increments('id')
      table.integer('forwarding_id').unsigned().notNullable().references('forwardings.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.integer('step_id').unsigned().notNullable().unique().references('steps.id')
      // The body's own number and day of its letter.
      table.string('document_number', 120)
      table.date('answered_on')
      table.dateTime('noted_at').notNullable()
      table.index(['forwarding_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('forwarding_answers')
  }
}
