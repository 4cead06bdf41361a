import { DateTime } from 'luxon'
import { authorities, Catalogue } from '#organisation'
import { settled } from '#shared/database/following/settled'
import { transaction } from '#shared/database/transaction'
import { moment } from '#shared/dates/stored'
import { writeEntries } from './entry.ts'
import { mark as marks } from './mark.ts'
import { readEntries } from './reading.ts'

/** Steps in one transaction at most. */
const A_PIECE = 50

/**
 * Writes the petitions of the next steps anew, each as it is now. Whatever changes of a petition where
 * it is found leaves a step: it comes, it is charged, given back, handed over, corrected, struck.
 *
 * @returns whether there may be more
 */
export async function followSteps(now: DateTime = DateTime.utc()) {
  await knowCatalogues()
  return transaction(async (trx) => {
    const mark = await marks.locked(trx)
    if (!mark) return false
    const next = trx.from('steps').where('id', '>', mark.step_id).orderBy('id').limit(A_PIECE)
    const found = (await next.select('id', 'petition_id', 'taken_at')).map((row) => ({
      id: row.id as number,
      petitionId: row.petition_id as number,
      at: moment(row.taken_at).toMillis(),
    }))
    const steps = found.slice(0, settled(found, mark.step_id, now))
    const last = steps.at(-1)
    if (!last) return false
    const ids = [...new Set(steps.map(({ petitionId }) => petitionId))]
    await writeEntries(await readEntries(ids, trx), trx)
    await marks.move({ step_id: last.id }, trx)
    return steps.length === A_PIECE
  })
}

/** Read before: inside the transaction SQLite's one connection is taken. */
export async function knowCatalogues() {
  for (const { id } of await authorities()) await Catalogue.of(id)
}
