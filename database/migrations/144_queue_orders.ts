import { BaseSchema } from '@adonisjs/lucid/schema'
import { LETTERS } from '#shared/database/alphabetical'

/**
 * By what the queue is ordered besides urgency and last day: each order is read along an index of its
 * own, from wherever a page begins. What is no key stands first: no subject, no place, a tip-off's place.
 */
export default class extends BaseSchema {
  // SQLite would rebuild the table inside the transaction otherwise.
  static disableTransactions = true

  async up() {
    const onMysql = this.db.dialect.name === 'mysql'
    this.schema.raw(
      `alter table petitions add column subject_order int generated always as (coalesce(subject_id, 0)) virtual`
    )
    // Somebody may write a place in any letters: they are kept, and stand behind.
    const letters = onMysql ? 'character set utf8mb4 collate utf8mb4_bin' : ''
    this.schema.raw(
      `alter table petitions add column place_order varchar(${WIDE}) ${letters}
       generated always as (substr(${FOLDED}, 1, ${WIDE})) virtual`
    )
    this.schema.alterTable('petitions', (table) => {
      for (const key of KEYS) table.index([...OF_DESK, key, 'id'])
    })
  }

  async down() {
    this.schema.alterTable('petitions', (table) => {
      for (const key of KEYS) table.dropIndex([...OF_DESK, key, 'id'])
    })
    for (const column of ['place_order', 'subject_order']) {
      this.schema.raw(`alter table petitions drop column ${column}`)
    }
  }
}

const OF_DESK = ['authority_id', 'desk', 'stage']
const KEYS = ['due_on', 'subject_order', 'place_order', 'unit_id']
const WIDE = 40

/** The alphabet's order in plain letters (app/shared/database/alphabetical.ts), which both databases compare alike. */
const PLACE = `case when kind = 'tipOff' then '' else coalesce(place, '') end`
const FOLDED = `lower(${LETTERS.reduce((text, [letter, plain]) => `replace(${text}, '${letter}', '${plain}')`, PLACE)})`
