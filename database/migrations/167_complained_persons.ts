import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Whom a complaint is about besides a unit, and who decides it; with what is counted of it for those who
 * may see it. Added as columns, since each list asks them of every row that it reads.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      // As the citizen wrote it, sealed.
      table.text('complained_name')
      table.integer('complained_officer_id').unsigned()
      // Of which authority it complains about the manager.
      table.integer('complained_authority_id').unsigned()
      ascii(this, table)('decider', 8).notNullable().defaultTo('unit')
    })
    for (const table of COUNTED) {
      this.schema.alterTable(table, (counted) => {
        ascii(this, counted)('shield', 32).notNullable().defaultTo('')
      })
    }
    this.schema.alterTable('climbed_tallies', (table) => {
      table.unique([...ONCE, 'shield'], { indexName: 'climbed_tallies_by_shield' })
      table.dropUnique(ONCE, 'climbed_tallies_once')
    })
  }

  async down() {
    this.schema.alterTable('climbed_tallies', (table) => {
      table.unique(ONCE, { indexName: 'climbed_tallies_once' })
      table.dropUnique([...ONCE, 'shield'], 'climbed_tallies_by_shield')
    })
    for (const table of COUNTED) this.schema.raw(`alter table ${table} drop column shield`)
    const columns = ['complained_name', 'complained_officer_id', 'complained_authority_id']
    for (const column of [...columns, 'decider']) {
      this.schema.raw(`alter table petitions drop column ${column}`)
    }
  }
}

const COUNTED = ['counted_petitions', 'climbed_tallies']
const ONCE = ['authority_id', 'rung', 'desk', 'circle', 'complained_unit_id', 'unit_id']
