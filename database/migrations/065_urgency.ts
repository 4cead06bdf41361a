import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * How soon somebody must look at a petition, and where it stands in a list for that: at once before
 * soon, and both before what is ordinary, which stands by its last day.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    for (const table of ['petitions', 'petition_readers']) {
      this.schema.alterTable(table, (rows) => {
        ascii(this, rows)('urgency', 10).notNullable().defaultTo('ordinary')
      })
      this.schema.raw(
        `alter table ${table} add column listed_on date generated always as (${LISTED}) virtual`
      )
    }
    this.schema.raw(
      `alter table petitions add column open_listed_on date
       generated always as (case when stage in (${OPEN}) then (${LISTED}) end) virtual`
    )
    this.#replace('due_on', 'listed_on', 'open_on', 'open_listed_on')
  }

  async down() {
    this.#replace('listed_on', 'due_on', 'open_listed_on', 'open_on')
    this.schema.raw('alter table petitions drop column open_listed_on')
    for (const table of ['petitions', 'petition_readers']) {
      this.schema.raw(`alter table ${table} drop column listed_on`)
      this.schema.raw(`alter table ${table} drop column urgency`)
    }
  }

  /** The new one first: MariaDB wants an index that begins with each reference. */
  #replace(was: string, is: string, wasOpen: string, isOpen: string) {
    this.schema.alterTable('petitions', (table) => {
      for (const columns of keys(is)) table.index(columns)
      for (const columns of OF_OPEN) table.index([...columns, isOpen])
      for (const columns of keys(was)) table.dropIndex(columns)
      for (const columns of OF_OPEN) table.dropIndex([...columns, wasOpen])
    })
    this.schema.alterTable('petition_readers', (table) => {
      table.index([...OF_READERS, is, 'petition_id'])
      table.dropIndex([...OF_READERS, was, 'petition_id'])
    })
  }
}

/** Days before all others: the rank and the last day in one column, by which one index is in order. */
const LISTED = `case urgency when 'atOnce' then '1001-01-01' when 'soon' then '1002-01-01' else due_on end`
const OPEN = [
  ...['received', 'returned', 'reopened', 'routed', 'inProgress', 'awaitingPetitioner'],
  'awaitingApproval',
]
  .map((stage) => `'${stage}'`)
  .join(', ')

const keys = (day: string) => [
  ['authority_id', 'desk', 'stage', day, 'id'],
  ['unit_id', 'stage', day],
]
const OF_OPEN = [[], ['subject_id']]
const OF_READERS = ['unit_id', 'until', 'stage']
