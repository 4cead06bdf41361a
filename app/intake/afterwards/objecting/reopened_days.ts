import { Catalogue, Deadline, type Rule, ruleFor } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import type { LastDays } from '../../models/last_day.ts'
import type { Petition } from '../../models/petition.ts'

/**
 * The last days of a petition that begins anew: both clocks from today, as if it had come today; never
 * an earlier one than was said.
 */
export async function reopenedDays(petition: Petition): Promise<LastDays> {
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const given = (rule: Rule) => {
    const day = Deadline.for(today(), rule, calendar)
    const { on, ruleId, rolledFrom, daysOff } = day
    const { days: amount, counted, rolls } = rule
    const kept = { cause: 'reopened', countedFrom: today(), amount, counted, rolls, pauses: null }
    return { on, ruleId, rolledFrom, daysOff, kept, reason: (locale = 'tr') => day.reason(locale) }
  }
  const promise = given(ruleFor(rules, 'promise', petition.kind, petition.urgency))
  const legal = given(ruleFor(rules, 'legal', petition.kind))
  return {
    ...(promise.on >= dayOf(petition.dueOn) && { promise }),
    ...(legal.on >= dayOf(petition.legalDueOn) && { legal }),
  }
}
