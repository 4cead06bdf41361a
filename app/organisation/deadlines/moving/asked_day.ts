import type { DateTime } from 'luxon'
import { goneOnDay, standingDay } from './standing_day.ts'
import type { Setting } from './stopped_day.ts'

/**
 * The petitioner was asked: the promise stands until the answer is there, or the day after the last one
 * for it. Null: the last day has passed, or the clock stands already.
 *
 * @param answerBy the last day on which it can be answered
 */
export function askedDay(setting: Setting, answerBy: DateTime) {
  return standingDay(setting, 'paused', answerBy)
}

/**
 * Nobody waits for the answer any more, from the setting's day on. Null: the clock does not stand for a
 * question.
 *
 * @param was the last day before the question
 */
export function answeredDay(setting: Setting, was: DateTime) {
  return goneOnDay(setting, 'resumed', was)
}
