import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { insertRows } from '#database/fill'
import { missingFrom } from '#database/national_rules'

/**
 * Whoever brought a petition is asked, and not of a tip-off alone: until when, whether they were
 * reminded, how it ended. The country's rule of how long comes with it.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('questions', (table) => {
      // Null: it stops nothing, as a question that has yet to be passed on.
      table.date('answer_by')
      // The promised day before the question; null where the promise did not stand for it.
      table.date('due_was')
      table.dateTime('reminded_at')
      table.dateTime('ended_at')
      // Null: it waits. answered, expired, stopped, or moot where nothing waits for it any more.
      ascii(this, table)('ended_as', 10)
      table.index(['ended_as', 'answer_by', 'id'])
    })
    this.defer(async (client) => {
      await client
        .from('questions')
        .whereNotNull('answered_at')
        .update({ ended_as: 'answered', ended_at: client.raw('answered_at') })
      const kept = await client.from('deadline_rules').whereNull('authority_id')
      if (kept.length > 0) await insertRows(client, 'deadline_rules', missingFrom(kept))
    })
  }

  async down() {
    this.schema.alterTable('questions', (table) => {
      table.dropIndex(['ended_as', 'answer_by', 'id'])
    })
    for (const column of ['answer_by', 'due_was', 'reminded_at', 'ended_at', 'ended_as']) {
      this.schema.raw(`alter table questions drop column ${column}`)
    }
  }
}
