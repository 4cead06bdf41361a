import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'

/** A row of `holidays` as the calendar needs it. A day may stand twice, as morning and afternoon. */
export interface DayOff {
  day: DateTime
  /** `full`, `am` (until 13.00) or `pm` (from 13.00 on) */
  portion: string
  name: string
  /** `statutory` (resmî tatil, law 2429) or `administrative` (idari izin) */
  kind: string
}

/**
 * The working days of an authority: Monday to Friday without the days that are off as a whole.
 * Half a day off, as on the eve of a holiday, leaves a working day. All days are days in Türkiye.
 */
export class Calendar {
  private readonly daysOff = new Map<string, DayOff[]>()
  private readonly years = new Set<number>()

  constructor(holidays: Iterable<DayOff>) {
    for (const holiday of holidays) {
      const key = keyOf(holiday.day)
      this.daysOff.set(key, [...(this.daysOff.get(key) ?? []), holiday])
      if (holiday.kind === 'statutory') this.years.add(dayOf(holiday.day).year)
    }
  }

  /** Whether anybody entered the public holidays of this year. */
  knows(year: number) {
    return this.years.has(year)
  }

  isWorkingDay(day: DateTime) {
    return !isWeekend(day) && !this.isOffAsAWhole(day)
  }

  /** That day itself when it is a working day, or the first one after it. */
  nextWorkingDay(day: DateTime): DateTime {
    let next: DateTime = dayOf(day)
    while (!this.isWorkingDay(next)) next = next.plus({ days: 1 })
    return next
  }

  /** The day on which that many working days have passed; the day given is day 0. */
  addWorkingDays(day: DateTime, count: number): DateTime {
    let last: DateTime = dayOf(day)
    for (let passed = 0; passed < count; passed++) {
      last = this.nextWorkingDay(last.plus({ days: 1 }))
    }
    return last
  }

  /** The days off from one day to another, both included, that are no weekend anyway. */
  daysOffBetween(from: DateTime, until: DateTime): DayOff[] {
    const found: DayOff[] = []
    const last = dayOf(until)
    for (let day = dayOf(from); day <= last; day = day.plus({ days: 1 })) {
      if (this.isDayOff(day)) found.push(...this.holidaysOn(day))
    }
    return found
  }

  /** A day of the week that is off as a whole. */
  isDayOff(day: DateTime) {
    return !isWeekend(day) && this.isOffAsAWhole(day)
  }

  holidaysOn(day: DateTime): readonly DayOff[] {
    return this.daysOff.get(keyOf(day)) ?? []
  }

  private isOffAsAWhole(day: DateTime) {
    const portions = this.holidaysOn(day).map((holiday) => holiday.portion)
    return portions.includes('full') || (portions.includes('am') && portions.includes('pm'))
  }
}

function isWeekend(day: DateTime) {
  return dayOf(day).weekday > 5
}

function keyOf(day: DateTime) {
  return dayOf(day).toISODate() ?? ''
}
