import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { Period } from '#shared/dates/period'
import type { Stored } from '#shared/dates/stored'
import { count } from './counted.ts'
import { settled } from '#shared/database/following/settled'
import { millis } from './days.ts'
import { lockedMark, moveMark } from './mark.ts'

/** Steps in one transaction at most: some milliseconds, so that nobody waits for it. */
export const A_PIECE = 200

export { OPEN_AT_MOST } from '#shared/database/following/settled'

export interface TakenStep {
  id: number
  petition_id: number
  taken_at: Stored
}

/**
 * Counts the petitions of the next steps. Petitions and not steps are counted, each as it is now, and
 * the difference is noted: counted twice comes to the same, and a step that was passed over is made
 * up for by the next one.
 *
 * @returns whether there may be more
 */
export function countSteps(now: DateTime = DateTime.utc()) {
  return transaction(async (trx) => {
    const mark = await lockedMark(trx)
    if (!mark || mark.recounted_to !== null) return false
    const found = await stepsAfter(mark.step_id, A_PIECE, trx)
    const steps = found.slice(0, settled(found.map(taken), mark.step_id, now))
    const last = steps.at(-1)
    if (!last) return false
    const weeks = Period.thisWeek().withPrevious
    await count([...new Set(steps.map((step) => step.petition_id))], mark.edition, weeks, trx)
    await moveMark({ step_id: last.id, counted_until: last.taken_at }, trx)
    return steps.length === A_PIECE
  })
}

export async function stepsAfter(
  id: number,
  limit: number,
  trx: TransactionClientContract
): Promise<TakenStep[]> {
  const steps = trx.from('steps').where('id', '>', id).orderBy('id').limit(limit)
  return steps.select('id', 'petition_id', 'taken_at')
}

function taken({ id, taken_at: at }: TakenStep) {
  return { id, at: millis(at) }
}
