import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Calls are read by petition, however many messages it has; which pause is in force is found however
 * many there were.
 */
export default class extends BaseSchema {
  // SQLite rebuilds a table to add a reference, and turns foreign keys off meanwhile: it ignores
  // that inside a transaction.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('calls', (table) => {
      table.integer('petition_id').unsigned().references('petitions.id')
      table.index(['petition_id', 'id'])
    })
    this.defer(async (db) => {
      await db.rawQuery(
        `update calls set petition_id = (
          select messages.petition_id from messages where messages.id = calls.message_id
        ) where petition_id is null`
      )
    })
    this.schema.alterTable('gateway_pauses', (table) => {
      table.index(['gateway', 'resumed_at', 'id'])
      table.dropIndex(['gateway', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('gateway_pauses', (table) => {
      table.index(['gateway', 'id'])
      table.dropIndex(['gateway', 'resumed_at', 'id'])
    })
    this.schema.alterTable('calls', (table) => {
      table.dropForeign('petition_id')
      table.dropIndex(['petition_id', 'id'])
      table.dropColumn('petition_id')
    })
  }
}
