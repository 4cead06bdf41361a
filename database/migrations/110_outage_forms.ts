import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/** Forms that were written while the line was cut, from when they arrived. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('outage_forms', (table) => {
      const code = ascii(this, table)
      table.increments('id')
      table.integer('authority_id').unsigned().notNullable().references('authorities.id')
      // The same form is here once, however often it was sent; other words under its token are another.
      code('token_digest', 64).notNullable()
      code('content_digest', 64).notNullable()
      // What the provisional slip says.
      code('reference', 8).notNullable()
      table.integer('writer_id').unsigned().notNullable().references('officers.id')
      table.integer('sender_id').unsigned().notNullable().references('officers.id')
      // By our clock, never later than it arrived.
      table.dateTime('written_at').notNullable()
      table.dateTime('arrived_at').notNullable()
      // Why it comes back to be mended; null: nobody has said so.
      code('reason', 10)
      // Sealed; empty once there is a petition.
      table.text('content', 'mediumtext')
      table.integer('petition_id').unsigned().references('petitions.id')
      // Nothing is to be done with it any more, and who saw to that where it had come back.
      table.dateTime('settled_at')
      table.integer('settled_by').unsigned().references('officers.id')
      table.boolean('is_open').notNullable().defaultTo(true)
      table.unique(['token_digest', 'content_digest'])
      table.index(['authority_id', 'is_open', 'id'])
      table.index(['authority_id', 'reference'])
    })
  }

  async down() {
    this.schema.dropTable('outage_forms')
  }
}
