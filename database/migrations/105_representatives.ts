import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Temsilciler: who speaks for a petitioner, and which of the two is told of it. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.createTable('representatives', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      code('relation', 20).notNullable()
      table.text('name')
      code('national_id', 255)
      code('national_id_index', 64)
      code('phone', 255)
      code('phone_index', 64)
      table.boolean('declines_texts').notNullable().defaultTo(false)
      code('proof', 20)
      table.text('proof_note')
      table.index(['national_id_index', 'petition_id'])
      table.index(['phone_index', 'petition_id'])
    })
    this.schema.alterTable('petitioners', (table) => {
      // Who gets code and messages.
      ascii(this, table)('told', 20).notNullable().defaultTo('petitioner')
    })
  }

  async down() {
    this.schema.raw('alter table petitioners drop column told')
    this.schema.dropTable('representatives')
  }
}
