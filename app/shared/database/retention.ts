import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { stamp } from '../dates/stored.ts'
import { transaction } from './transaction.ts'

/** Rows in one statement, and looked at in one, at most. */
export const A_PIECE = 100

type Row = Record<string, string | number>

/** Every table has a word on this: rows that go after a time, or why they stay. */
export type Retention = Trimmed | { table: string; keeps: string }

export interface Trimmed {
  table: string
  /** Which time of config/retention.ts. */
  after: string
  /** What names a row; `id` when absent. */
  key?: string
  /**
   * In which order rows are walked: by the key, which needs no index and ends at the first young row
   * where ids are counted; or by age, where keys say nothing of it and `at` has an index.
   */
  by?: 'key' | 'age'
  /** The column that says how old a row is. */
  at: string
  /**
   * How the column keeps a moment; `framework` is a Date as the driver writes it, which SQLite takes
   * for a number (@adonisjs/session 8.1.0): beside a text it is always the smaller one.
   */
  as?: 'moment' | 'milliseconds' | 'day' | 'framework'
  /** Which of the old rows may go. */
  only?(query: DatabaseQueryBuilderContract): void
  /** What goes with them, in the same transaction. */
  along?(keys: (string | number)[], trx: TransactionClientContract): Promise<unknown>
}

/**
 * Takes away the rows of one table that are older than that: from the oldest on, a piece at a time,
 * each in a transaction of its own. Killed anywhere, the next run goes on with what is left.
 *
 * @param rest is waited for after each piece, so that nobody else waits; false: stop here
 * @returns how many rows went
 */
export async function trim(retention: Trimmed, before: DateTime, rest: () => Promise<boolean>) {
  return retention.by === 'age'
    ? trimByAge(retention, before, rest)
    : trimByKey(retention, before, rest)
}

async function trimByAge(retention: Trimmed, before: DateTime, rest: () => Promise<boolean>) {
  const { table, key = 'id', at } = retention
  let gone = 0
  for (;;) {
    const oldest = filtered(db.from(table), retention, before).orderBy(at).limit(A_PIECE)
    const rows: Row[] = await oldest.select(key)
    const keys = rows.map((row) => row[key]!)
    if (keys.length > 0) gone += await transaction((trx) => remove(retention, keys, before, trx))
    if (keys.length < A_PIECE || !(await rest())) return gone
  }
}

async function trimByKey(retention: Trimmed, before: DateTime, rest: () => Promise<boolean>) {
  const { table, key = 'id', at, as } = retention
  const isOld = db.raw('?? < ? as is_old', [at, written(before, as)])
  let gone = 0
  let after: string | number | null = null
  for (;;) {
    const page = db.from(table).select(key, isOld).orderBy(key).limit(A_PIECE)
    if (after !== null) page.where(key, '>', after)
    const rows: Row[] = await page
    if (rows.length === 0) return gone
    const keys = rows.filter((row) => Number(row.is_old) === 1).map((row) => row[key]!)
    const old = await those(keys, retention, before)
    if (old.length > 0) gone += await transaction((trx) => remove(retention, old, before, trx))
    const last = rows.at(-1)!
    after = last[key]!
    // Ids that are counted grow with time: behind a row that is not old, none is.
    const isOver = key === 'id' && typeof after === 'number' && Number(last.is_old) !== 1
    if (rows.length < A_PIECE || isOver || !(await rest())) return gone
  }
}

/** Of the old ones, which may go. */
async function those(keys: Row[string][], retention: Trimmed, before: DateTime) {
  const { table, key = 'id', only } = retention
  if (!only || keys.length === 0) return keys
  const rows = await filtered(db.from(table).whereIn(key, keys), retention, before).select(key)
  return rows.map((row: Row) => row[key]!)
}

/** Asks again for what made them old: a counter may have begun anew since. */
async function remove(
  retention: Trimmed,
  keys: (string | number)[],
  before: DateTime,
  trx: TransactionClientContract
) {
  const { table, key = 'id' } = retention
  await retention.along?.(keys, trx)
  const rows = filtered(trx.from(table).whereIn(key, keys), retention, before)
  return Number(await rows.delete())
}

function filtered(
  query: DatabaseQueryBuilderContract,
  { at, as, only }: Trimmed,
  before: DateTime
) {
  query.where(at, '<', written(before, as))
  if (only) query.where((some) => only(some))
  return query
}

function written(before: DateTime, as: Trimmed['as'] = 'moment') {
  if (as === 'milliseconds') return before.toMillis()
  if (as === 'framework') return before.toJSDate()
  return as === 'day' ? before.toUTC().toISODate()! : stamp(before)
}
