import { type Catalogue, correctedDay, everStood, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { FeeNotice } from '../models/fee_notice.ts'
import { LastDay, type LastDays } from '../models/last_day.ts'
import type { Petition } from '../models/petition.ts'
import type { Kind } from '../stages.ts'

/**
 * Whether the promise is later than was said, and its petitioner is told: what was said while a fee was
 * waited for was said as “at the latest”.
 */
export function isTold({ promise }: LastDays, { dueOn }: Pick<Petition, 'dueOn'>) {
  return promise !== undefined && promise.on > dayOf(dueOn)
}

/**
 * The last days of another kind. A promised day never moves to an earlier one; the law's is the law's.
 * A promise that waits for an answer goes on waiting; for a fee nobody waits any more.
 */
export async function daysOfKind(
  petition: Petition,
  kind: Kind,
  catalogue: Catalogue
): Promise<LastDays> {
  const { legal } = catalogue.deadlines(petition.receivedAt, kind)
  const promise = await promiseOf(petition, kind, catalogue)
  const isOther = !legal.on.equals(dayOf(petition.legalDueOn))
  return { ...(promise && { promise }), ...(isOther && { legal }) }
}

async function promiseOf(petition: Petition, kind: Kind, catalogue: Catalogue) {
  const { receivedAt } = petition
  const { rules, calendar } = catalogue
  const { promise: said } = await LastDay.of(petition)
  const rule = ruleFor(rules, 'promise', kind)
  const setting = { said: said!, receivedAt, rule, calendar, on: today() }
  const fee = said!.cause === 'feeAsked' ? await FeeNotice.of(petition) : null
  if (everStood(setting)) return correctedDay(setting, fee?.dueWas)
  const { promise } = catalogue.deadlines(receivedAt, kind)
  return promise.on > dayOf(petition.dueOn) ? promise : null
}
