import { BaseSchema } from '@adonisjs/lucid/schema'
import { ascii } from '#database/columns'

/**
 * Each list is read along an index that has its order, by whatever narrows it: the desk, the unit in
 * charge, the subject, the outcome, the person. What a unit's people see is found by its readers, who
 * therefore carry the keys of the three orders.
 */
export default class extends BaseSchema {
  async up() {
    this.#addKeys()
    this.#fillKeys()
    this.schema.alterTable('petition_readers', (table) => {
      for (const columns of OF_READERS) table.index(columns)
      table.dropIndex(['unit_id', 'petition_id'])
    })
    this.schema.alterTable('petitions', (table) => {
      for (const columns of OF_PETITIONS) table.index(columns)
      table.dropIndex(['authority_id', 'desk', 'id'])
    })
    if (this.#isMysql) this.#dropReferring()
    this.schema.alterTable('petitioners', (table) => {
      for (const column of OF_PETITIONERS) {
        table.index([column, 'petition_id'])
        table.dropIndex([column])
      }
    })
  }

  async down() {
    this.schema.alterTable('petitioners', (table) => {
      for (const column of OF_PETITIONERS) {
        table.index([column])
        table.dropIndex([column, 'petition_id'])
      }
    })
    this.schema.alterTable('petitions', (table) => {
      table.index(['authority_id', 'desk', 'id'])
      if (this.#isMysql) for (const column of REFERRING) table.index([column])
      for (const columns of OF_PETITIONS) table.dropIndex(columns)
    })
    this.schema.alterTable('petition_readers', (table) => {
      table.index(['unit_id', 'petition_id'])
      for (const columns of OF_READERS) table.dropIndex(columns)
    })
    this.schema.alterTable('petition_readers', (table) => table.dropColumns(...KEYS))
  }

  /** MariaDB's own went by themselves; those that `down` made go by name. */
  #dropReferring() {
    const names = REFERRING.map((column) => `petitions_${column}_index`)
    this.defer(async (db) => {
      const [left] = await db.rawQuery('show index from petitions where key_name in (?, ?)', names)
      for (const { Key_name: name } of left) {
        await db.rawQuery('alter table petitions drop index ??', [name])
      }
    })
  }

  get #isMysql() {
    return this.db.dialect.name === 'mysql'
  }

  /** SQLite adds no column that must be filled without a value for the rows that are there. */
  #addKeys() {
    this.schema.alterTable('petition_readers', (table) => {
      const code = ascii(this, table)
      code('stage', 20).notNullable().defaultTo('')
      table.dateTime('received_at').notNullable().defaultTo('2000-01-01 00:00:00')
      table.date('due_on').notNullable().defaultTo('2000-01-01')
      table.dateTime('concluded_at')
    })
  }

  #fillKeys() {
    const keys = (to: string) => KEYS.map((key) => `${to}${key} = petitions.${key}`).join(', ')
    const same = 'petitions.id = petition_readers.petition_id'
    if (!this.#isMysql) {
      this.schema.raw(`update petition_readers set ${keys('')} from petitions where ${same}`)
      return
    }
    this.schema.raw(
      `update petition_readers join petitions on ${same} set ${keys('petition_readers.')}`
    )
    // From now on whoever writes a reader says all of them.
    const drop = KEYS.slice(0, 3).map((key) => `alter column ${key} drop default`)
    this.schema.raw(`alter table petition_readers ${drop.join(', ')}`)
  }
}

const KEYS = ['stage', 'received_at', 'due_on', 'concluded_at']

const OF_READERS = [
  ['unit_id', 'until', 'stage', 'due_on', 'petition_id'],
  ['unit_id', 'until', 'received_at', 'petition_id'],
  ['unit_id', 'until', 'concluded_at', 'petition_id'],
]

const OF_PETITIONS = [
  ['authority_id', 'desk', 'received_at'],
  ['authority_id', 'outcome', 'concluded_at'],
  ...['unit_id', 'subject_id'].flatMap((column) => [
    [column, 'stage', 'due_on'],
    [column, 'received_at'],
    [column, 'concluded_at'],
  ]),
]

/** MariaDB wants one index that begins with each; it made them itself before. */
const REFERRING = ['unit_id', 'subject_id']

const OF_PETITIONERS = ['phone_index', 'national_id_index']
