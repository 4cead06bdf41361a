import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Several gateways in order of preference, what they report, who paused them; texts that a bureau
 * chief words; telephones that want no texts; calls to those whom no text reached.
 */
export default class extends BaseSchema {
  // SQLite rebuilds a table to make a column nullable, and turns foreign keys off meanwhile: it
  // ignores that inside a transaction.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('messages', (table) => {
      // A one-time code and a test of a gateway tell of no petition.
      table.integer('petition_id').unsigned().nullable().alter()
      table.integer('step_id').unsigned().nullable().alter()
    })
    this.schema.alterTable('messages', (table) => {
      const code = ascii(this, table)
      // Whose turn it is: the gateway's place in the order of the settings.
      table.integer('turn').notNullable().defaultTo(0)
      // The only gateway that may send it: it may have it already, or it is being tested.
      code('bound_to', 20)
      table.dropIndex(['channel', 'next_at', 'id'])
      table.index(['channel', 'turn', 'next_at', 'id'])
      // Answers the managers' figures alone: how the texts of two weeks ended.
      table.index(['authority_id', 'channel', 'final_at', 'state'])
    })
    this.schema.alterTable('delivery_receipts', (table) => {
      table.dropIndex(['next_at', 'id'])
      table.index(['gateway', 'next_at', 'id'])
    })
    this.schema.alterTable('petitioners', (table) => {
      table.boolean('declines_texts').notNullable().defaultTo(false)
    })

    this.schema.createTable('gateway_reports', (table) => {
      const code = ascii(this, table)
      code('gateway', 20).primary()
      code('link', 12).notNullable()
      table.dateTime('since').notNullable()
      // Since when it could not have sent anything; null while it can.
      table.dateTime('down_since')
      table.integer('in_flight').notNullable()
      table.string('fault', 200)
      table.dateTime('fault_at')
      table.string('alarm', 200)
      table.integer('replies').notNullable()
      table.dateTime('reported_at').notNullable()
    })

    this.schema.createTable('gateway_pauses', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      code('gateway', 20).notNullable()
      table.integer('paused_by').unsigned().notNullable().references('officers.id')
      table.dateTime('paused_at').notNullable()
      table.integer('resumed_by').unsigned().references('officers.id')
      table.dateTime('resumed_at')
      table.index(['gateway', 'id'])
    })

    this.schema.createTable('message_templates', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('event', 20).notNullable()
      code('channel', 5).notNullable()
      code('locale', 5).notNullable()
      // Each change is a row of its own: what was told at any time can still be read.
      table.integer('version').notNullable()
      table.string('subject', 200)
      table.text('text').notNullable()
      table.boolean('may_be_long').notNullable()
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('worded_at').notNullable()
      table.unique(['authority_id', 'event', 'channel', 'locale', 'version'], {
        indexName: 'message_templates_version_unique',
      })
    })

    this.schema.createTable('silences', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      code('channel', 5).notNullable()
      code('recipient_index', 64).notNullable()
      code('reason', 14).notNullable()
      table.integer('petition_id').unsigned().references('petitions.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      table.dateTime('since').notNullable()
      table.integer('lifted_by').unsigned().references('officers.id')
      table.dateTime('lifted_at')
      table.index(['recipient_index', 'id'])
    })

    this.schema.createTable('calls', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('message_id').unsigned().notNullable().references('messages.id')
      table.integer('officer_id').unsigned().notNullable().references('officers.id')
      code('result', 14).notNullable()
      table.text('note')
      table.dateTime('made_at').notNullable()
      table.index(['message_id', 'id'])
    })
  }

  /** What has become nullable stays so: rows may need it. */
  async down() {
    for (const table of [
      ...['calls', 'silences', 'message_templates', 'gateway_pauses', 'gateway_reports'],
    ]) {
      this.schema.dropTable(table)
    }
    this.schema.alterTable('petitioners', (table) => table.dropColumn('declines_texts'))
    this.schema.alterTable('delivery_receipts', (table) => {
      table.dropIndex(['gateway', 'next_at', 'id'])
      table.index(['next_at', 'id'])
    })
    this.schema.alterTable('messages', (table) => {
      table.dropIndex(['authority_id', 'channel', 'final_at', 'state'])
      table.dropIndex(['channel', 'turn', 'next_at', 'id'])
      table.index(['channel', 'next_at', 'id'])
      table.dropColumns('turn', 'bound_to')
    })
  }
}
