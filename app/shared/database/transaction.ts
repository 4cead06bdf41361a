import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Remembered } from '../remembered.ts'

const TRIES = 4

/** Milliseconds, as long as a claim: afterwards another process would send it again in any case. */
const UNTIL_WRITTEN = 120_000

/** Milliseconds that grow with each try, at random: two that met once would meet again. */
const REST = 10
const LONGEST_REST = 40

/** SQLite tells the key of the rows from another. */
const DUPLICATE = ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']

/** On SQLite the second: what a transaction has read was changed by another process before it wrote. */
const CONFLICT = [
  ...['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'],
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'],
]

/**
 * Runs the work in one transaction and, when the database says that another one was in the way,
 * runs the whole of it again. On a multi-writer cluster the conflict may show only at commit, so
 * the retry stands around the commit too; `work` must therefore touch nothing but the database.
 */
export function transaction<T>(work: (trx: TransactionClientContract) => Promise<T>) {
  return again(() => Remembered.steadily(() => db.transaction(work)))
}

/**
 * For what nobody can make again: a text has left the house, and only this transaction knows. Tried
 * for two minutes, also while the database is away.
 *
 * @param work told whether it may be written already: a commit whose answer was lost
 */
export async function untilWritten<T>(
  work: (trx: TransactionClientContract, mayBeWritten: boolean) => Promise<T>
) {
  const end = performance.now() + UNTIL_WRITTEN
  let mayBeWritten = false
  for (let attempt = 1; ; attempt++) {
    try {
      return await Remembered.steadily(() => db.transaction((trx) => work(trx, mayBeWritten)))
    } catch (error) {
      const lost = isLost(error)
      if (performance.now() > end || !(lost || isConflict(error))) throw error
      mayBeWritten ||= lost
    }
    await pause(Math.random() * REST * Math.min(attempt, LONGEST_REST))
  }
}

/** The same for what is read by several statements and must be as of one moment; it changes nothing. */
export function asOfOneMoment<T>(work: (trx: TransactionClientContract) => Promise<T>) {
  const { dialect, isTransaction } = db.connection()
  // SQLite knows no other way, and knex says so each time; inside another one (of a test) it is too late.
  const mayAsk = dialect.name === 'mysql' && !isTransaction
  const options = mayAsk ? ({ isolationLevel: 'repeatable read' } as const) : undefined
  return again(() => Remembered.steadily(() => db.transaction(work, options)))
}

/** The same for one statement, which is a transaction by itself: two round trips less. */
export async function again<T>(work: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === TRIES || !isConflict(error)) throw error
    }
    await pause(Math.random() * REST * attempt)
  }
}

/** Whether a row with this key is there already; `key` is part of the unique index's name. */
export function isDuplicate(error: unknown, key: string) {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  const duplicate = DUPLICATE.includes(code ?? '')
  // Each database names the key last, after knex's statement or without it: «… for key
  // 'petitions_number_unique'» and «UNIQUE constraint failed: petitions.number».
  const named = Math.max(
    ...['for key', 'constraint failed:'].map((words) => message?.lastIndexOf(words) ?? -1)
  )
  return duplicate && named >= 0 && message!.slice(named).includes(key)
}

/** Whether another transaction was in the way, so that the same may succeed a moment later. */
export function isConflict(error: unknown) {
  const { code } = (error ?? {}) as { code?: string }
  return CONFLICT.includes(code ?? '')
}

/** Of a server that restarts, or is not reached; mysql2 says of all others that they are fatal. */
const LOST = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ER_SERVER_SHUTDOWN']

/** Whether the connection broke: what was asked last may have been done or not. */
function isLost(error: unknown) {
  const { code = '', fatal, name } = (error ?? {}) as Partial<Record<string, unknown>>
  return fatal === true || LOST.includes(`${code}`) || name === 'KnexTimeoutError'
}
