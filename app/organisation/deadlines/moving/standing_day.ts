import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { saidWith } from './said.ts'
import { pausedDay, resumedDay, type Setting, type Stop } from './stopped_day.ts'

/**
 * The clock stands from this day on. Meanwhile the last day is the one that holds when it goes on as
 * late as it can, so that nobody is late who waits. Null: the last day has passed, or it stands already.
 *
 * @param atLatest the day on which it goes on at the latest
 */
export function standingDay(setting: Setting, cause: Stop, atLatest: DateTime) {
  const stopped = pausedDay(setting, cause)
  if (!stopped) return null
  const said = saidWith(setting.said, stopped.kept)
  const goesOn = cause === 'paused' ? 'resumed' : cause
  const latest = resumedDay({ ...setting, said, on: atLatest }, goesOn)!
  const { on, rolledFrom, daysOff } = latest
  return { ...stopped, on, rolledFrom, daysOff }
}

/**
 * It goes on: the days from then to this one are not counted, and no others. Null: it does not stand
 * for that.
 *
 * @param was the last day before it stood, which never comes back earlier
 */
export function goneOnDay(setting: Setting, cause: 'resumed' | 'feePaid', was: DateTime) {
  const before = dayOf(was)
  const eve = { dueOn: before.minus({ days: 1 }), daysOff: null, rolledFrom: null }
  const day = resumedDay({ ...setting, said: saidWith(setting.said, eve) }, cause)
  return day && day.on < before ? { ...day, on: before } : day
}
