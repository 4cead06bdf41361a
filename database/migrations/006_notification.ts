import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** What the citizen is told, what the operators said about it, and who may send. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('messages', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('step_id').unsigned().notNullable().references('steps.id')
      code('event', 20).notNullable()
      code('channel', 5).notNullable()
      code('locale', 5).notNullable()
      table.text('recipient').notNullable()
      code('recipient_index', 64).notNullable().index()
      table.integer('version').notNullable()
      code('state', 14).notNullable()
      table.text('placeholders').notNullable()
      table.text('sealed')
      code('gateway', 20)
      table.integer('attempts').notNullable()
      code('claimed_by', 36)
      // When the worker must look at it again, whatever for; null when never. Final messages pile up
      // without lengthening any read of this index.
      table.dateTime('next_at')
      table.dateTime('sent_at')
      table.dateTime('final_at')
      // Set only when the citizen was not reached: the list of those who must be called.
      table.dateTime('missed_at')
      code('fault', 60)
      table.dateTime('expires_at').notNullable()
      table.dateTime('created_at').notNullable()
      table.unique(['petition_id', 'step_id', 'event', 'recipient_index', 'version'], {
        indexName: 'messages_once_unique',
      })
      table.index(['channel', 'next_at', 'id'])
      table.index(['authority_id', 'missed_at', 'id'])
    })

    this.schema.createTable('message_parts', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('message_id').unsigned().notNullable().references('messages.id')
      code('gateway', 20).notNullable()
      code('remote_id', 65).notNullable()
      code('state', 14).notNullable()
      table.dateTime('sent_at').notNullable()
      // Not unique: an operator may begin its ids anew.
      table.index(['gateway', 'remote_id', 'id'])
      table.index(['message_id'])
    })

    this.schema.createTable('delivery_receipts', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      code('gateway', 20).notNullable()
      code('remote_id', 65).notNullable()
      table.text('other_ids')
      code('state', 14).notNullable()
      code('error', 60)
      code('recipient_index', 64)
      table.text('raw').notNullable()
      table.dateTime('received_at').notNullable()
      // When to look for its message again; null when found, or when nobody's.
      table.dateTime('next_at')
      table.dateTime('matched_at')
      table.index(['next_at', 'id'])
      table.index(['gateway', 'remote_id'])
    })

    this.schema.createTable('gateway_leases', (table) => {
      const code = ascii(this, table)
      code('gateway', 20).primary()
      code('holder', 36).notNullable()
      table.dateTime('until').notNullable()
    })
  }

  async down() {
    for (const table of ['gateway_leases', 'delivery_receipts', 'message_parts', 'messages']) {
      this.schema.dropTable(table)
    }
  }
}
