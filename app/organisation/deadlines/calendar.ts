import type { DateTime } from 'luxon'
import { dayAt, dayNumber, dayOf } from '#shared/dates/turkish_date'

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
  private readonly daysOff = new Map<number, DayOff[]>()
  private readonly years = new Set<number>()

  constructor(holidays: Iterable<DayOff>) {
    for (const holiday of holidays) {
      const day = dayNumber(holiday.day)
      const known = this.daysOff.get(day)
      if (known) known.push(holiday)
      else this.daysOff.set(day, [holiday])
      if (holiday.kind === 'statutory') this.years.add(dayOf(holiday.day).year)
    }
  }

  /** Whether anybody entered the public holidays of this year. */
  knows(year: number) {
    return this.years.has(year)
  }

  isWorkingDay(day: DateTime) {
    return this.works(dayNumber(day))
  }

  /** The same of a day as a number. */
  works(day: number) {
    return !isWeekend(day) && !this.isOffAsAWhole(day)
  }

  /** That day itself when it is a working day, or the first one after it. */
  nextWorkingDay(day: DateTime): DateTime {
    let next = dayNumber(day)
    while (!this.works(next)) next++
    return dayAt(next)
  }

  /** The day on which that many working days have passed; the day given is day 0. */
  addWorkingDays(day: DateTime, count: number): DateTime {
    let last = dayNumber(day)
    for (let passed = 0; passed < count;) if (this.works(++last)) passed++
    return dayAt(last)
  }

  /** The days off from one day to another, both included, that are no weekend anyway. */
  daysOffBetween(from: DateTime, until: DateTime): DayOff[] {
    const found: DayOff[] = []
    const last = dayNumber(until)
    for (let day = dayNumber(from); day <= last; day++) {
      if (!isWeekend(day) && this.isOffAsAWhole(day)) found.push(...this.daysOff.get(day)!)
    }
    return found
  }

  /** A day of the week that is off as a whole. */
  isDayOff(day: DateTime) {
    const number = dayNumber(day)
    return !isWeekend(number) && this.isOffAsAWhole(number)
  }

  holidaysOn(day: DateTime): readonly DayOff[] {
    return this.daysOff.get(dayNumber(day)) ?? []
  }

  private isOffAsAWhole(day: number) {
    const off = this.daysOff.get(day)
    if (!off) return false
    const is = (portion: string) => off.some((one) => one.portion === portion)
    return is('full') || (is('am') && is('pm'))
  }
}

/** Day 0, 1 January 1970, was a Thursday. */
function isWeekend(day: number) {
  const weekday = (day + 4) % 7
  return weekday === 0 || weekday === 6
}
