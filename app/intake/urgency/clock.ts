import type { DateTime } from 'luxon'
import { type Catalogue, hoursLater, openFrom } from '#organisation'
import type { Level } from './level.ts'

/** Within so many hours somebody must look. */
const HOURS = { atOnce: 2, soon: 24 } as const

type Office = Pick<Catalogue, 'authority' | 'calendar'>

/** Until when: in hours in which the office is open, or of the clock where somebody is on duty. */
export function urgentUntil(from: DateTime, level: Exclude<Level, 'ordinary'>, office: Office) {
  if (isAlwaysThere(office)) return from.plus({ hours: HOURS[level] })
  return hoursLater(from, HOURS[level], office)
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
