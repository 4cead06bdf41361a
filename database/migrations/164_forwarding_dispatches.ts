import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** By which way the letter of a forwarding went out, each time that it did. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('forwarding_dispatches', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('forwarding_id').unsigned().notNullable().references('forwardings.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      // kep, email, post, hand
      code('way', 5).notNullable()
      // What KEP or the post office calls it.
      table.string('reference', 120)
      // Of an e-mail, sealed: where it went.
      table.text('recipient')
      table.date('sent_on').notNullable()
      table.dateTime('noted_at').notNullable()
      table.index(['forwarding_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('forwarding_dispatches')
  }
}
