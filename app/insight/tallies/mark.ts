import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Stored } from '#shared/dates/stored'

/** The one row of its table. */
const ID = 1

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

/** Null before the first count. */
export async function markOf(trx: TransactionClientContract): Promise<Mark | null> {
  return mark(trx).first()
}

/** Keeps every other process that counts waiting until this transaction ends; nobody else asks for it. */
export async function lockedMark(trx: TransactionClientContract): Promise<Mark | null> {
  return mark(trx).forUpdate().first()
}

export async function moveMark(to: Partial<Mark>, trx: TransactionClientContract) {
  await mark(trx).update(to)
}

export async function firstMark(trx: TransactionClientContract) {
  const row = { id: ID, edition: 0, step_id: 0, recounted_to: 0, recount_until: 0 }
  const insert = trx.insertQuery().table('tally_marks').insert(row)
  await insert.knexQuery.onConflict('id').ignore()
}

function mark(trx: TransactionClientContract): DatabaseQueryBuilderContract<any> {
  return trx.from('tally_marks').where('id', ID)
}
