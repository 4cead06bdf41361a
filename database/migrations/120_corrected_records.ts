import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * What a petition was counted as says itself what it was, now that its subject and the unit that it
 * complains about can be corrected; and what the desk adds to it says who wrote it.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('counted_petitions', (table) => {
      // Null: counted before this was kept, and as what the petition was from the start.
      ascii(this, table)('desk', 10)
      table.integer('complained_unit_id').unsigned()
      table.integer('subject_id').unsigned()
    })
    this.schema.alterTable('additions', (table) => {
      // Who wrote it down at the desk; null: the petitioner did.
      table.integer('officer_id').unsigned()
    })
  }

  async down() {
    for (const column of ['desk', 'complained_unit_id', 'subject_id']) {
      this.schema.raw(`alter table counted_petitions drop column ${column}`)
    }
    this.schema.raw('alter table additions drop column officer_id')
  }
}
