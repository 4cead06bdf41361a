import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What was said at the counter: by which form, so that a second press says nothing twice, and after which check. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('contacts', (table) => {
      // Null: made on a card, whose version tells a second press.
      ascii(this, table)('token_digest', 64)
      table.integer('check_id').unsigned()
      table.unique(['token_digest'])
    })
  }

  async down() {
    this.schema.alterTable('contacts', (table) => {
      table.dropUnique(['token_digest'])
    })
    for (const column of ['token_digest', 'check_id']) {
      this.schema.raw(`alter table contacts drop column ${column}`)
    }
  }
}
