import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * In whose hands a petition is at the unit in charge, and who shares the work. Added as columns: a list
 * of one's own, and of what nobody has taken, is read along an index of each, by unit.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    this.schema.alterTable('petitions', (table) => {
      for (const column of COLUMNS) table.integer(column).unsigned()
      for (const column of COLUMNS) table.index(['unit_id', column, ...BY_DAY])
    })
  }

  async down() {
    this.schema.alterTable('petitions', (table) => {
      for (const column of COLUMNS) table.dropIndex(['unit_id', column, ...BY_DAY])
    })
    for (const column of COLUMNS) this.schema.raw(`alter table petitions drop column ${column}`)
  }
}

const COLUMNS = ['assignee_id', 'partner_id']
const BY_DAY = ['stage', 'listed_on']
