import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What a step made of a last day: why, from which day it counts, how much, and what it does not count. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('deadlines', (table) => {
      const code = ascii(this, table)
      // Null: leave that was entered later, or what came before this was kept.
      code('cause', 20)
      // Null: as its rule counts from the receipt.
      table.date('counted_from')
      table.integer('amount')
      code('counted', 10)
      table.boolean('rolls')
      // A list of spans of days on which the clock stood.
      table.text('pauses')
    })
  }

  async down() {
    for (const column of ['cause', 'counted_from', 'amount', 'counted', 'rolls', 'pauses']) {
      this.schema.raw(`alter table deadlines drop column ${column}`)
    }
  }
}
