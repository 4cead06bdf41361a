import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { type Cause, countingOf, isPaused, keptOf, saidWith } from './said.ts'
import { goneOnDay } from './standing_day.ts'
import { dayFrom, type Setting } from './stopped_day.ts'
import { latestDay } from './waiting.ts'
import { wordsOf } from './why_moved.ts'

/** Whether a clock stands or stood: then another rule counts none of those days either. */
export function everStood({ said, receivedAt, rule }: Setting) {
  return countingOf(said, receivedAt, rule).pauses.length > 0
}

/**
 * By the rule of another kind, of a clock that stands or stood: what was not counted is not counted now,
 * and what waits for an answer goes on waiting. Null: the day is no later.
 *
 * @param setting with the rule of the new kind
 * @param mootSince the last day before a fee for which nobody waits any more
 */
export function correctedDay(setting: Setting, mootSince: DateTime | null = null) {
  const { said, receivedAt, rule, calendar } = setting
  const { days: amount, counted, rolls } = rule
  const { start, pauses } = countingOf(said, receivedAt, rule)
  const cause = said.cause as Cause
  const counting = { start, amount, counted, rolls, pauses }
  const kept = keptOf(counting, cause)
  const standing = saidWith(said, { ...kept, reason: rule.reason, reasonEn: rule.reasonEn })
  if (mootSince) return goneOnDay({ ...setting, said: standing }, 'feePaid', mootSince)
  const day = isPaused(said)
    ? latestDay({ ...setting, said: standing })
    : dayFrom(cause, said, rule, counting, calendar)
  if (!day || day.on <= dayOf(said.dueOn)) return null
  return { ...day, kept, reason: (locale = 'tr') => wordsOf(cause, locale, standing, rule) }
}
