import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * A receipt belongs to the part that it was first understood of; a text whose answer never came has a
 * limit; what somebody waits for leaves first; what strangers cause is counted by the day.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('delivery_receipts', (table) => {
      const code = ascii(this, table)
      // As the operator writes it: tells a receipt that is repeated from that of a later message
      // which has the same id.
      code('done', 14)
      // No foreign key: either may be deleted first.
      table.integer('part_id').unsigned()
    })
    this.schema.alterTable('messages', (table) => {
      // How often it may have gone out, nobody knows.
      table.integer('unanswered').notNullable().defaultTo(0)
      table.integer('priority').notNullable().defaultTo(2)
      table.boolean('by_stranger').notNullable().defaultTo(false)
      table.index(['channel', 'turn', 'priority', 'next_at', 'id'], 'messages_claim_index')
    })
    this.schema.createTable('daily_sendings', (table) => {
      const code = ascii(this, table)
      code('channel', 5).notNullable()
      // In Türkiye, ISO.
      code('day', 10).notNullable()
      table.integer('count').notNullable()
      table.dateTime('alarmed_at')
      table.primary(['channel', 'day'])
    })
  }

  async down() {
    this.schema.dropTable('daily_sendings')
    this.schema.alterTable('messages', (table) => {
      table.dropIndex([], 'messages_claim_index')
      table.dropColumns('unanswered', 'priority', 'by_stranger')
    })
    this.schema.alterTable('delivery_receipts', (table) => table.dropColumns('done', 'part_id'))
  }
}
