import { DateTime } from 'luxon'
import { dayAt, dayNumber } from '#shared/dates/turkish_date'
import type { Calendar, DayOff } from './calendar.ts'

/** Days on which a clock stands: from the day of a question to the day before its answer. ISO days. */
export interface Pause {
  from: string
  /** the day of the answer, which counts again; null: it still stands */
  until: string | null
  /** while it stands: the last day for what it stands for, as it was said */
  by?: string
  /** and so many working days away, where they were counted so; leave that is entered gives longer */
  working?: number
}

/** So many days are counted, so, from a day that is day 0. */
export interface Counting {
  start: DateTime
  amount: number
  /** `calendar` or `working` days */
  counted: string
  /** whether a last day that is no working day moves on to the next one */
  rolls: boolean
  pauses: readonly Pause[]
}

/** Where counting ends. */
export interface Counted {
  on: DateTime
  /** where it ended before it rolled on */
  rolledFrom?: DateTime
  /** whole days off that were not counted, or that it rolled over */
  over: readonly DayOff[]
}

/** The day on which so many have been counted, none of a day on which the clock stands. */
export function count(counting: Counting, calendar: Calendar): Counted {
  const { amount, rolls } = counting
  const start = dayNumber(counting.start)
  const isWorking = counting.counted === 'working'
  const spans = counting.pauses.flatMap(spanOf)
  let last = start
  for (let passed = 0; passed < amount;) {
    last++
    if (!isIn(spans, last) && (!isWorking || calendar.works(last))) passed++
  }
  const over = (from: number, until: number) => calendar.daysOffBetween(dayAt(from), dayAt(until))
  if (isWorking) return { on: dayAt(last), over: over(start + 1, last) }
  let on = last
  while (rolls && (isIn(spans, on) || !calendar.works(on))) on++
  if (on === last) return { on: dayAt(on), over: [] }
  return { on: dayAt(on), rolledFrom: dayAt(last), over: over(last, on) }
}

/** Whether the clock stood on this day; one that still stands is counted as if it went on. */
export function stands({ pauses }: Pick<Counting, 'pauses'>, day: DateTime) {
  return isIn(pauses.flatMap(spanOf), dayNumber(day))
}

type Span = readonly [from: number, until: number]

function spanOf({ from, until }: Pause): Span[] {
  return until === null ? [] : [[dayNumber(dayIn(from)), dayNumber(dayIn(until))]]
}

function isIn(spans: readonly Span[], day: number) {
  return spans.some(([from, until]) => from <= day && day < until)
}

function dayIn(iso: string) {
  return DateTime.fromISO(iso, { zone: 'utc' })
}
