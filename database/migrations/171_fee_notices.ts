import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'
import { insertRows } from '#database/fill'
import { missingFrom } from '#database/national_rules'

/** What law 4982 asks for access to information; one of a petition. The country's rule comes with it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('fee_notices', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().unique().references('petitions.id')
      // Kuruş.
      table.integer('amount').unsigned().notNullable()
      table.text('covers').notNullable()
      table.date('told_on').notNullable()
      table.date('pay_by').notNullable()
      table.integer('rule_id').unsigned().notNullable().references('deadline_rules.id')
      // The last days before the notice; null where that clock did not stand for it.
      table.date('due_was')
      table.date('legal_due_was')
      table.integer('asked_by').unsigned().notNullable().references('officers.id')
      table.date('paid_on')
      table.dateTime('ended_at')
      // Null: it waits. paid, lapsed, or moot where nothing waits for it any more.
      code('ended_as', 10)
      table.index(['ended_as', 'pay_by', 'id'])
    })
    this.defer(async (client) => {
      const kept = await client.from('deadline_rules').whereNull('authority_id')
      if (kept.length > 0) await insertRows(client, 'deadline_rules', missingFrom(kept))
    })
  }

  async down() {
    this.schema.dropTable('fee_notices')
  }
}
