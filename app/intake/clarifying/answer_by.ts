import type { DateTime } from 'luxon'
import { Catalogue, Deadline, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { PetitionRecord } from '../models/petition_record.ts'

/** Working days before the law's last day that are left to write and approve an answer. */
const LEFT_TO_ANSWER = 3

/**
 * The last day on which a petitioner who is asked now can answer: as the rule has it, and never so late
 * that nothing of the law's time is left. Null: there is no day for that any more.
 */
export async function answerByOf(petition: PetitionRecord): Promise<DateTime | null> {
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const day0 = today()
  const by = Deadline.for(day0, ruleFor(rules, 'asked', petition.kind), calendar).on
  let latest = dayOf(petition.legalDueOn)
  for (let left = LEFT_TO_ANSWER; left > 0;) {
    if (calendar.isWorkingDay(latest)) left--
    latest = latest.minus({ days: 1 })
  }
  while (!calendar.isWorkingDay(latest)) latest = latest.minus({ days: 1 })
  if (latest <= day0) return null
  return by < latest ? by : latest
}
