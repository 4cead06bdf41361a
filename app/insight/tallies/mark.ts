import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { OneRow } from '#shared/database/following/one_row'
import type { Stored } from '#shared/dates/stored'

/** How far the count has come. */
export interface Mark {
  edition: number
  /** all steps up to this one are counted */
  step_id: number
  /** when the last of them was taken */
  counted_until: Stored | null
  /** during a recount, all petitions up to this one are counted anew */
  recounted_to: number | null
  recount_until: number
}

const marks = new OneRow<Mark>('tally_marks')

/** Null before the first count. */
export const markOf = (trx: TransactionClientContract) => marks.of(trx)

/** Keeps every other process that counts waiting until this transaction ends; nobody else asks for it. */
export const lockedMark = (trx: TransactionClientContract) => marks.locked(trx)

export const moveMark = (to: Partial<Mark>, trx: TransactionClientContract) => marks.move(to, trx)

export function firstMark(trx: TransactionClientContract) {
  const none = { edition: 0, step_id: 0, counted_until: null, recounted_to: 0, recount_until: 0 }
  return marks.begin(none, trx)
}
