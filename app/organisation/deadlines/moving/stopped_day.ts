import { type DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import type { Calendar } from '../calendar.ts'
import { count, type Counting, type Pause } from '../counting.ts'
import { daysOffKept } from '../deadline.ts'
import {
  type Cause,
  countingOf,
  type CountingRule,
  type DaySaid,
  isPaused,
  keptOf,
} from './said.ts'
import { wordsOf } from './why_moved.ts'

export type Stop = 'paused' | 'feeAsked'
type Wait = Pick<Pause, 'by' | 'working'>

/** The last day that a step sets anew: what it is counted from, and when it happens. */
export interface Setting {
  said: DaySaid
  receivedAt: DateTime
  rule: CountingRule
  calendar: Calendar
  /** the day of the step */
  on: DateTime
}

/**
 * The promise stands from this day on (durma): a question was asked. The day stays as it is until the
 * answer is there. Null: the last day has passed, or it stands already.
 */
export function pausedDay({ said, receivedAt, rule, on }: Setting, cause: Stop, wait: Wait) {
  const from = dayOf(on)
  if (dayOf(said.dueOn) < from || isPaused(said)) return null
  const counting = countingOf(said, receivedAt, rule)
  const pauses = [...counting.pauses, { from: from.toISODate()!, until: null, ...wait }]
  return dayFrom(cause, said, rule, { ...counting, pauses })
}

/**
 * It goes on: the days from the question to the answer are not counted, the day of the answer is
 * counted again. Null: it does not stand, or for another reason.
 */
export function resumedDay(
  { said, receivedAt, rule, calendar, on }: Setting,
  cause: 'resumed' | 'feeAsked' | 'feePaid' = 'resumed'
) {
  const isForFee = said.cause === 'feeAsked'
  if (!isPaused(said) || isForFee === (cause === 'resumed')) return null
  const counting = countingOf(said, receivedAt, rule)
  const until = dayOf(on).toISODate()!
  const stood = counting.pauses.map((one) => ({ from: one.from, until: one.until ?? until }))
  const day0 = dayOf(counting.start).toISODate()!
  // Asked on day 0, when nothing was counted yet: the day of the answer is day 0 in its place.
  const isAnew = stood.at(-1)!.from <= day0
  const start = isAnew ? dayOf(on) : counting.start
  const pauses = isAnew ? stood.slice(0, -1) : stood
  return dayFrom(cause, said, rule, { ...counting, start, pauses }, calendar)
}

/**
 * By another rule from the same day, as law 4982 extends it: never to an earlier day. What was not
 * counted before is not counted now.
 */
export function countedAnew(cause: Cause, { said, receivedAt, rule, calendar }: Setting) {
  const { start, pauses } = countingOf(said, receivedAt, rule)
  const { days: amount, counted, rolls } = rule
  return dayFrom(cause, said, rule, { start, amount, counted, rolls, pauses }, calendar)
}

/** What a row says when it is counted so from now on: the day of before, or a later one. */
export function dayFrom(
  cause: Cause,
  said: DaySaid,
  rule: CountingRule,
  counting: Counting,
  calendar?: Calendar
) {
  const before = dayOf(said.dueOn)
  const anew = calendar && count(counting, calendar)
  const isLater = anew !== undefined && anew.on > before
  return {
    on: isLater ? anew.on : before,
    ruleId: rule.id,
    rolledFrom: isLater ? anew.rolledFrom : (said.rolledFrom ?? undefined),
    daysOff: isLater ? daysOffKept(anew.over) : said.daysOff,
    kept: keptOf(counting, cause),
    reason: (locale = 'tr') => wordsOf(cause, locale, said, rule),
  }
}
