import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { saidWith } from './said.ts'
import { pausedDay, resumedDay, type Setting, type Stop } from './stopped_day.ts'
import { latestDay, waitOf } from './waiting.ts'

/**
 * The clock stands from this day on. Meanwhile the last day is the one that holds when it goes on as
 * late as it can, so that nobody is late who waits. Null: the last day has passed, or it stands already.
 *
 * @param by the last day to answer, or to pay
 */
export function standingDay(setting: Setting, cause: Stop, by: DateTime) {
  const stopped = pausedDay(setting, cause, waitOf(cause, setting.on, by, setting.calendar))
  if (!stopped) return null
  const said = saidWith(setting.said, stopped.kept)
  const { on, rolledFrom, daysOff } = latestDay({ ...setting, said })!
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
