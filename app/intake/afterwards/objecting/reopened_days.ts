import type { DateTime } from 'luxon'
import { Catalogue, Deadline, type Rule, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { LastDays } from '../../models/last_day.ts'
import type { Petition } from '../../models/petition.ts'

/**
 * The last days of a petition that begins anew: both clocks from today, as if it had come today; never
 * an earlier one than was said. Nothing is promised for later than the law has it.
 */
export async function reopenedDays(petition: Petition): Promise<LastDays> {
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const given = (rule: Rule) => givenAnew(Deadline.for(today(), rule, calendar), today())
  const byRule = given(ruleFor(rules, 'promise', petition.kind, petition.urgency))
  const legal = given(ruleFor(rules, 'legal', petition.kind))
  const promise = byRule.on > legal.on ? legal : byRule
  return {
    ...(promise.on >= dayOf(petition.dueOn) && { promise }),
    ...(legal.on >= dayOf(petition.legalDueOn) && { legal }),
  }
}

/** A last day that is counted from the day on which it was opened again, and goes on being so. */
export function givenAnew(day: Deadline, from: DateTime) {
  const { on, rule, ruleId, rolledFrom, daysOff } = day
  const counting = { amount: rule.days, counted: rule.counted, rolls: rule.rolls, pauses: null }
  const kept = { cause: 'reopened', countedFrom: dayOf(from), ...counting }
  return { on, ruleId, rolledFrom, daysOff, kept, reason: (locale = 'tr') => day.reason(locale) }
}
