import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import type { Calendar, DayOff } from './calendar.ts'
import { count } from './counting.ts'
import { whyThisDay } from './why_this_day.ts'

/** Our promise to answer (`promise`) and the limit that the law sets (`legal`): a petition has both days. */
export type Clock = 'promise' | 'legal'

/** A row of `deadline_rules` as far as it is needed to count. */
export interface Rule {
  id: number
  authorityId: number | null
  clock: string
  petitionKind: string | null
  /** null, or left out: however urgent it is */
  urgency?: string | null
  /** so many of what is counted */
  days: number
  /** `calendar` or `working` days, the day of receipt is day 0; or open `hours` */
  counted: string
  /** where it begins: see `CLOCKS` */
  starts?: string
  /** whether a last day that is no working day moves on to the next one */
  rolls: boolean
  reason: string
  reasonEn: string
  source: string
}

/**
 * The last day of a clock (son gün), which ends at 23.59 in Türkiye, with the rule that gave it and
 * the days off that it had to go round.
 */
export class Deadline {
  private constructor(
    readonly rule: Rule,
    readonly on: DateTime,
    /** Whole days off that were not counted, or that the last day rolled over. */
    readonly over: readonly DayOff[],
    /** Where the last day would have been, when it rolled on. */
    readonly rolledFrom?: DateTime
  ) {}

  static for(receivedAt: DateTime, rule: Rule, calendar: Calendar) {
    const { days: amount, counted, rolls } = rule
    const counting = { start: receivedAt, amount, counted, rolls, pauses: [] }
    const { on, over, rolledFrom } = count(counting, calendar)
    return new Deadline(rule, on, over, rolledFrom)
  }

  get ruleId() {
    return this.rule.id
  }

  /** Why it is that day, as it stands beside the day. */
  reason(locale = 'tr') {
    return whyThisDay(this, locale)
  }

  /** The days off as a row keeps them, with the names that they have now; null without any. */
  get daysOff() {
    return daysOffKept(this.over)
  }
}

/** Days off as a row keeps them, with the names that they have now; null without any. */
export function daysOffKept(over: readonly DayOff[]) {
  if (over.length === 0) return null
  return JSON.stringify(
    over.map(({ day, name, kind }) => ({ day: dayOf(day).toISODate(), name, kind }))
  )
}
