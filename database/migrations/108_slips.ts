import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What keeps a slip's digest from being tried out: it stays with the petition. */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      // Null: received before slips proved anything.
      ascii(this, table)('slip_salt', 22)
    })
  }

  async down() {
    this.schema.raw('alter table petitions drop column slip_salt')
  }
}
