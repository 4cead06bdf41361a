import { DateTime } from 'luxon'
import { dayNumber, dayOf } from '#shared/dates/turkish_date'
import type { Calendar } from '../calendar.ts'
import type { Pause } from '../counting.ts'
import { countingOf, type DaySaid } from './said.ts'
import { resumedDay, type Setting, type Stop } from './stopped_day.ts'

/** What a clock keeps while it stands: until when one can answer, or pay. */
export function waitOf(cause: Stop, from: DateTime, by: DateTime, calendar: Calendar) {
  const kept = { by: dayOf(by).toISODate()! }
  if (cause === 'paused') return kept
  let working = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(by); day++) {
    if (calendar.works(day)) working++
  }
  return { ...kept, working }
}

/**
 * The last day of a clock that stands, if it goes on as late as it can: so nobody is late who waits.
 * Leave that was entered since gives longer to answer or to pay. Null: it does not stand, or began to
 * before its row kept until when.
 */
export function latestDay(setting: Setting) {
  const { said, receivedAt, rule, calendar } = setting
  const open = openIn(said, receivedAt, rule)
  const on = open && goesOnBy(open, calendar)
  const cause = said.cause === 'feeAsked' ? 'feeAsked' : 'resumed'
  return on ? resumedDay({ ...setting, on }, cause) : null
}

/** Since when a clock stands. */
export function openIn(said: DaySaid, ...[receivedAt, rule]: [DateTime, Setting['rule']]) {
  return countingOf(said, receivedAt, rule).pauses.find(({ until }) => until === null)
}

function goesOnBy({ from, by, working }: Pause, calendar: Calendar) {
  if (!by) return null
  // The last day for an answer is the petitioner's as a whole; paid on the last day it goes on then.
  if (working === undefined) return calendar.nextWorkingDay(dayIn(by)).plus({ days: 1 })
  const counted = calendar.addWorkingDays(dayIn(from), working)
  return counted > dayIn(by) ? counted : dayIn(by)
}

function dayIn(iso: string) {
  return DateTime.fromISO(iso, { zone: 'utc' })
}
