import type { DateTime } from 'luxon'
import type { Catalogue } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import type { Level } from './level.ts'

/** Within so many hours somebody must look. */
const HOURS = { atOnce: 2, soon: 24 } as const
/** An office that is closed for longer is asked for no hour any more. */
const DAYS = 60

type Office = Pick<Catalogue, 'authority' | 'calendar'>
interface Span {
  opens: DateTime
  closes: DateTime
}

/** Until when: in hours in which the office is open, or of the clock where somebody is on duty. */
export function urgentUntil(from: DateTime, level: Exclude<Level, 'ordinary'>, office: Office) {
  let left = HOURS[level] * 60
  for (const { opens, closes } of isAlwaysThere(office) ? [] : openFrom(from, office)) {
    const room = closes.diff(opens, 'minutes').minutes
    if (left <= room) return opens.plus({ minutes: left }).toUTC()
    left -= room
  }
  return from.plus({ minutes: left })
}

/** When somebody is there again; null: somebody is, or nobody wrote when. */
export function opensNext(now: DateTime, office: Office): DateTime | null {
  if (isAlwaysThere(office)) return null
  const [next] = openFrom(now, office)
  return next && next.opens > now ? next.opens : null
}

/** Somebody is on duty out of hours, or there are no hours to be out of. */
function isAlwaysThere({ authority }: Office) {
  const { duty, dutyPhone } = authority
  return Boolean(duty || dutyPhone) || authority.openingHours.length === 0
}

/** The spans in which the office is open from a moment on, the first one from that moment. */
function* openFrom(from: DateTime, { authority, calendar }: Office): Generator<Span> {
  const first = dayOf(from)
  for (let days = 0; days < DAYS; days++) {
    const day = first.plus({ days })
    if (calendar.isDayOff(day)) continue
    const today = authority.openingHours.filter(({ weekday }) => weekday === day.weekday)
    for (const one of today.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))) {
      const [opens, closes] = [at(day, one.opens), at(day, one.closes)]
      if (closes > from) yield { opens: opens > from ? opens : from, closes }
    }
  }
}

/** 08:30; 24:00 is the end of the day. */
function at(day: DateTime, time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return day.plus({ hours, minutes })
}
