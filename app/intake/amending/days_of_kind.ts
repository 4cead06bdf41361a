import type { DateTime } from 'luxon'
import { type Catalogue, correctedDay, type Deadline, everStood, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { givenAnew } from '../afterwards/objecting/reopened_days.ts'
import { FeeNotice } from '../models/fee_notice.ts'
import { LastDay, type LastDays } from '../models/last_day.ts'
import type { Petition } from '../models/petition.ts'
import { Step } from '../models/step.ts'
import type { Kind } from '../stages.ts'

/**
 * Whether the promise is later than was said, and its petitioner is told: what was said while a fee was
 * waited for was said as “at the latest”.
 */
export function isTold({ promise }: LastDays, { dueOn }: Pick<Petition, 'dueOn'>) {
  return promise !== undefined && promise.on > dayOf(dueOn)
}

/**
 * The last days of another kind; of what was opened again from that day on. A promised day never moves
 * to an earlier one; the law's is the law's. A promise that waits for an answer goes on waiting; for a
 * fee nobody waits any more.
 */
export async function daysOfKind(
  petition: Petition,
  kind: Kind,
  catalogue: Catalogue
): Promise<LastDays> {
  const reopened = await Step.query()
    .where(reopeningOf(petition))
    .orderBy('position', 'desc')
    .first()
  const begunAt = reopened?.takenAt ?? petition.receivedAt
  const days = catalogue.deadlines(begunAt, kind)
  const given = (day: Deadline) => (reopened ? givenAnew(day, begunAt) : day)
  const stood = await whatStood(petition, kind, catalogue, begunAt)
  const isLater = days.promise.on > dayOf(petition.dueOn)
  const promise = stood ? stood.day : isLater && given(days.promise)
  const isOther = !days.legal.on.equals(dayOf(petition.legalDueOn))
  return { ...(promise && { promise }), ...(isOther && { legal: given(days.legal) }) }
}

function reopeningOf({ id }: Petition) {
  return { petition_id: id, kind: 'reopened' }
}

/** The promise of a clock that stands or stood, or none that is later; null: it never stood. */
async function whatStood(
  petition: Petition,
  kind: Kind,
  { rules, calendar }: Catalogue,
  receivedAt: DateTime
) {
  const { promise: said } = await LastDay.of(petition)
  const rule = ruleFor(rules, 'promise', kind)
  const setting = { said: said!, receivedAt, rule, calendar, on: today() }
  if (!everStood(setting)) return null
  const fee = said!.cause === 'feeAsked' ? await FeeNotice.of(petition) : null
  return { day: correctedDay(setting, fee?.dueWas) }
}
