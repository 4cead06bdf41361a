import { DateTime } from 'luxon'
import { dayOf, daysBetween } from '#shared/dates/turkish_date'
import { isPaused, keptOf, saidWith } from './said.ts'
import { dayFrom, type Setting } from './stopped_day.ts'
import { latestDay, openIn } from './waiting.ts'
import { extendedWords, wordsOf } from './why_moved.ts'

/**
 * A named day in place of the one that was promised (uzatma); days off move it on like any other. While
 * the clock stands none of the days of waiting is counted of it, as if it had been granted before. Null:
 * the last day has passed, or the day is no later.
 */
export function extendedDay(setting: Setting, until: DateTime) {
  const { said, rule, calendar, on } = setting
  if (isPaused(said)) return whileItStands(setting, until)
  const before = dayOf(said.dueOn)
  if (before < dayOf(on) || dayOf(until) <= before) return null
  return dayFrom('extended', said, rule, namedFrom(on, until), calendar)
}

function whileItStands(setting: Setting, until: DateTime) {
  const { said, receivedAt, rule } = setting
  const open = openIn(said, receivedAt, rule)!
  const from = DateTime.fromISO(open.from, { zone: 'utc' })
  if (dayOf(until) <= from) return null
  const kept = keptOf({ ...namedFrom(from, until), pauses: [open] }, said.cause!)
  const standing = saidWith(said, { ...kept, ...extendedWords })
  const latest = latestDay({ ...setting, said: standing })
  if (!latest || latest.on <= dayOf(said.dueOn)) return null
  const cause = said.cause === 'feeAsked' ? 'feeAsked' : 'paused'
  const reason = (locale = 'tr') => wordsOf(cause, locale, standing, rule)
  return { ...latest, kept, reason }
}

function namedFrom(on: DateTime, until: DateTime) {
  const [start, amount] = [dayOf(on), daysBetween(dayOf(on), dayOf(until))]
  return { start, amount, counted: 'calendar', rolls: true, pauses: [] }
}
