import type { DateTime } from 'luxon'
import { type Catalogue, type Clock, DeadlineRule, movedDay } from '#organisation'
import type { LastDays } from '../models/last_day.ts'
import type { OpenPetition } from './open_petitions.ts'

type Dated = Pick<OpenPetition, 'receivedAt' | 'days'>

/** The rules under which these petitions were received, closed ones too. */
export function rulesOf(petitions: readonly Dated[]) {
  const days = petitions.flatMap(({ days: clocks }) => Object.values(clocks))
  return DeadlineRule.known(days.map(({ ruleId }) => ruleId))
}

/** Which of a petition's last days go on when these days are off, and to where; none: an empty object. */
export function movedDays(
  { receivedAt, days }: Dated,
  rules: Map<number, DeadlineRule>,
  daysOff: readonly DateTime[],
  calendar: Catalogue['calendar']
): LastDays {
  const moved: LastDays = {}
  for (const [clock, said] of Object.entries(days)) {
    const on = movedDay(said, receivedAt, rules.get(said.ruleId)!, daysOff, calendar)
    if (on) moved[clock as Clock] = on
  }
  return moved
}
