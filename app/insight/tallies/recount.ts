import { transaction } from '#shared/database/transaction'
import { Period } from '#shared/dates/period'
import { count } from './counted.ts'
import { firstMark, lockedMark, markOf, moveMark } from './mark.ts'
import { A_PIECE } from './steps.ts'

/**
 * Steps before the newest one that are looked at again after a recount: more than can have been open
 * when it began. What was counted already comes to nothing.
 */
const ONCE_MORE = 10_000

/**
 * Everything is counted anew, from nothing: what the page shows meanwhile is that it is being counted.
 * `recountPiece` does it.
 */
export function beginRecount() {
  return transaction(async (trx) => {
    await firstMark(trx)
    const { edition } = (await lockedMark(trx))!
    const [petitions] = await trx.from('petitions').max('id as last')
    const [steps] = await trx.from('steps').max('id as last')
    // In this order: whoever counts texts holds their mark.
    await trx.from('text_marks').delete()
    await trx.from('tallies').delete()
    await moveMark(
      {
        edition: edition + 1,
        step_id: Math.max(0, Number(steps.last ?? 0) - ONCE_MORE),
        counted_until: null,
        recounted_to: 0,
        recount_until: Number(petitions.last ?? 0),
      },
      trx
    )
  })
}

/** Begins the first count, where nothing was ever counted. */
export async function beginFirstCount() {
  if (!(await transaction((trx) => markOf(trx)))) await beginRecount()
}

/**
 * The next petitions of a recount that is under way, in one transaction: killed anywhere, the next
 * call goes on with what is left.
 *
 * @returns what part of it is done; null when none is under way
 */
export function recountPiece(): Promise<number | null> {
  return transaction(async (trx) => {
    const mark = await lockedMark(trx)
    if (!mark || mark.recounted_to === null) return null
    const rows = await trx
      .from('petitions')
      .where('id', '>', mark.recounted_to)
      .where('id', '<=', mark.recount_until)
      .orderBy('id')
      .limit(A_PIECE)
      .select('id')
    const ids: number[] = rows.map(({ id }) => id)
    await count(ids, mark.edition, Period.thisWeek().withPrevious, trx)
    const isOver = ids.length < A_PIECE
    await moveMark({ recounted_to: isOver ? null : ids.at(-1)! }, trx)
    return isOver ? 1 : ids.at(-1)! / mark.recount_until
  })
}
