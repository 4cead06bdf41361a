import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Which petition of one person is answered with which other one, since when, until when. How many a
 * petition leads, and which one leads it, stand on the petition: nearly all ask nothing more.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      table.integer('lead_id').unsigned()
      table.smallint('leads').unsigned().notNullable().defaultTo(0)
      table.index(['lead_id', 'id'])
    })
    this.schema.createTable('merges', (table) => {
      table.increments('id')
      table.integer('petition_id').unsigned().notNullable().references('petitions.id')
      table.integer('lead_id').unsigned().notNullable().references('petitions.id')
      // Where it stood, and goes on from where they are parted.
      ascii(this, table)('stage_was', 20).notNullable()
      table.integer('merged_by').unsigned().notNullable().references('officers.id')
      table.dateTime('merged_at').notNullable()
      // Null as long as they are one: by an officer, or by nobody where the one that leads is over.
      table.dateTime('parted_at')
      table.integer('parted_by').unsigned().references('officers.id')
      table.index(['petition_id', 'id'])
      table.index(['lead_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('merges')
    this.schema.alterTable('petitions', (table) => table.dropIndex(['lead_id', 'id']))
    for (const column of ['lead_id', 'leads']) {
      this.schema.raw(`alter table petitions drop column ${column}`)
    }
  }
}
