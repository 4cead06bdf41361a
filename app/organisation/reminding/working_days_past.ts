import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import type { Calendar } from '../deadlines/calendar.ts'

/** Nobody counts further. */
const MOST = 400

/**
 * How many working days a day lies behind a last day, negative before it. What ends on a day off is to be
 * done on the working day before, for nobody is there to be reminded on the day itself.
 */
export function workingDaysPast(lastDay: DateTime, day: DateTime, calendar: Calendar) {
  let end = dayOf(lastDay)
  while (!calendar.isWorkingDay(end)) end = end.minus({ days: 1 })
  const now = dayOf(day)
  return end <= now ? countedFrom(end, now, calendar) : -countedFrom(now, end, calendar)
}

/** Working days behind the first one, until the last one. */
function countedFrom(first: DateTime, last: DateTime, calendar: Calendar) {
  let count = 0
  for (
    let one = first.plus({ days: 1 });
    one <= last && count < MOST;
    one = one.plus({ days: 1 })
  ) {
    if (calendar.isWorkingDay(one)) count++
  }
  return count
}
