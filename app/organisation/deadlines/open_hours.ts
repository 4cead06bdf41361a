import type { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import type { Authority } from '../models/authority.ts'
import type { Calendar } from './calendar.ts'

/** An office that is closed for longer is asked for no hour any more. */
const DAYS = 120
/** Half a day off begins, or ends, at this hour (law 2429). */
const NOON = '13:00'

export interface Office {
  authority: Pick<Authority, 'openingHours'>
  calendar: Pick<Calendar, 'holidaysOn'>
}
interface Span {
  opens: DateTime
  closes: DateTime
}

/** When so many hours will have passed in which the office is open; of the clock where nobody wrote hours. */
export function hoursLater(from: DateTime, hours: number, office: Office) {
  let left = hours * 60
  for (const { opens, closes } of openFrom(from, office)) {
    const room = closes.diff(opens, 'minutes').minutes
    if (left <= room) return opens.plus({ minutes: left }).toUTC()
    left -= room
  }
  return from.plus({ minutes: left })
}

/** The spans in which the office is open from a moment on, the first one from that moment. */
export function* openFrom(from: DateTime, { authority, calendar }: Office): Generator<Span> {
  const first = dayOf(from)
  for (let days = 0; days < DAYS; days++) {
    const day = first.plus({ days })
    const today = authority.openingHours.filter(({ weekday }) => weekday === day.weekday)
    const portions = calendar.holidaysOn(day).map(({ portion }) => portion)
    // Also at a weekend, where a holiday is nobody's day off but of whoever opens then.
    if (portions.includes('full')) continue
    for (const one of today.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
      const opens = at(day, portions.includes('am') && one.opens < NOON ? NOON : one.opens)
      const closes = at(day, portions.includes('pm') && one.closes > NOON ? NOON : one.closes)
      if (closes > from && closes > opens) yield { opens: opens > from ? opens : from, closes }
    }
  }
}

/** 08:30; 24:00 is the end of the day. */
function at(day: DateTime, time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return day.plus({ hours, minutes })
}
