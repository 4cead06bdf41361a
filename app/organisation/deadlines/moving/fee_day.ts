import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { saidWith } from './said.ts'
import { pausedDay, resumedDay, type Setting } from './stopped_day.ts'

/**
 * The petitioner was told of a fee (law 4982 art. 11): the clock stands until it is paid. Meanwhile the
 * last day is the one that holds when it is paid on the last day for that, so that nobody is late who
 * waits. Null: the last day has passed, or the clock stands already.
 *
 * @param payBy the last day on which it can be paid
 */
export function feeAskedDay(setting: Setting, payBy: DateTime) {
  const stopped = pausedDay(setting, 'feeAsked')
  if (!stopped) return null
  const said = saidWith(setting.said, stopped.kept)
  const latest = resumedDay({ ...setting, said, on: payBy }, 'feeAsked')!
  const { on, rolledFrom, daysOff } = latest
  return { ...stopped, on, rolledFrom, daysOff }
}

/**
 * It was paid: the days from the notice to the payment are not counted, and no others. Null: the clock
 * does not stand for a fee.
 *
 * @param was the last day before the notice, which never comes back earlier
 */
export function feePaidDay(setting: Setting, was: DateTime) {
  const before = dayOf(was)
  const eve = { dueOn: before.minus({ days: 1 }), daysOff: null, rolledFrom: null }
  const day = resumedDay({ ...setting, said: saidWith(setting.said, eve) }, 'feePaid')
  return day && day.on < before ? { ...day, on: before } : day
}
