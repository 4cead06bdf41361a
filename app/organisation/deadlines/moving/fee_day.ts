import type { DateTime } from 'luxon'
import { goneOnDay, standingDay } from './standing_day.ts'
import type { Setting } from './stopped_day.ts'

/**
 * The petitioner was told of a fee (law 4982 art. 11): the clock stands until it is paid. Null: the last
 * day has passed, or the clock stands already.
 *
 * @param payBy the last day on which it can be paid
 */
export function feeAskedDay(setting: Setting, payBy: DateTime) {
  return standingDay(setting, 'feeAsked', payBy)
}

/**
 * It was paid. Null: the clock does not stand for a fee.
 *
 * @param was the last day before the notice
 */
export function feePaidDay(setting: Setting, was: DateTime) {
  return goneOnDay(setting, 'feePaid', was)
}
