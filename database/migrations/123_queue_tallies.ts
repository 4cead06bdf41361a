import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { talliesOfTickets } from '#database/queue_tallies'

/** What is counted of a day in the waiting room, as it happens: its page need not read each number. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('queue_tallies', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('day', 10).notNullable()
      // A number was given (taken), or called first after so many minutes (wait); its visit ended in
      // this hour (served), or nobody came (absent).
      code('what', 10).notNullable()
      table.integer('value').unsigned().notNullable()
      table.integer('times').unsigned().notNullable()
      table.unique(['authority_id', 'day', 'what', 'value'])
    })
    this.defer(talliesOfTickets)
  }

  async down() {
    this.schema.dropTable('queue_tallies')
  }
}
