import { setImmediate as breath } from 'node:timers/promises'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { asOfOneMoment } from '#shared/database/transaction'
import type { Period } from '#shared/dates/period'
import { moment } from '#shared/dates/stored'
import { difference } from './counted.ts'
import { markOf, type Mark } from './mark.ts'
import { stepsAfter, type TakenStep } from './steps.ts'
import { NOW, Tallies, type StoredTally } from './tallies.ts'
import { noteText, textMarkOf, textsAfter, type EndedText, type TextMark } from './texts.ts'

/** Steps, and texts, that a page counts itself at most. */
export const TAIL = 100
/** Rows that are read in one go: nobody waits for more than that. */
const A_BREATH = 16

export interface Shown {
  tallies: Tallies
  /** Null: nothing is left out. Else what happened after this moment may be missing. */
  until: DateTime | null
}

/**
 * What is counted of an authority in a week and the one before it, with what happened since: a hundred
 * rows or so, and a few for each of the last steps, however much there is. As of one moment: of a round
 * that ends meanwhile all is seen or nothing. Null while everything is being counted anew, and before
 * the first count.
 */
export async function shown(authorityId: number, week: Period): Promise<Shown | null> {
  const now = DateTime.utc()
  const found = await asOfOneMoment(async (trx) => {
    const mark = await markOf(trx)
    if (mark && mark.recounted_to !== null) return null
    const steps = await stepsAfter(mark?.step_id ?? 0, TAIL + 1, trx)
    if (!mark && steps.length > TAIL) return null
    const weeks = [NOW, week.from.toISODate()!, week.previous.from.toISODate()!]
    const rows: StoredTally[] = await trx
      .from('tallies')
      .where('authority_id', authorityId)
      .whereIn('week', weeks)
    const tail = new Tallies()
    const untils = [
      await addSteps(steps, mark, week, tail, trx),
      await addTexts(authorityId, tail, trx),
    ].filter((until) => until !== null)
    return { rows, tail, until: untils.length > 0 ? DateTime.min(...untils, now) : null }
  })
  if (!found) return null
  const { rows, tail: tallies, until } = found
  for (const [at, row] of rows.entries()) {
    tallies.takeIn(authorityId, row)
    if (at % A_BREATH === A_BREATH - 1) await breath()
  }
  return { tallies, until }
}

/** Gives until when they are counted, where too many were taken since. */
async function addSteps(
  steps: TakenStep[],
  mark: Mark | null,
  week: Period,
  tallies: Tallies,
  trx: TransactionClientContract
) {
  if (steps.length > TAIL) return moment(mark?.counted_until ?? steps[0]!.taken_at)
  const ids = [...new Set(steps.map((step) => step.petition_id))]
  if (ids.length > 0) await difference(ids, mark?.edition ?? 0, week.withPrevious, tallies, trx)
  return null
}

async function addTexts(authorityId: number, tallies: Tallies, trx: TransactionClientContract) {
  const mark: TextMark = await textMarkOf(authorityId, trx)
  const texts: EndedText[] = await textsAfter(authorityId, mark, TAIL + 1, trx)
  if (texts.length > TAIL) return moment(mark.final_at)
  for (const text of texts) noteText(text, authorityId, tallies)
  return null
}
