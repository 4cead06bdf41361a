import type { DateTime } from 'luxon'
import { type Catalogue, hoursLater, openFrom } from '#organisation'

type Office = Pick<Catalogue, 'authority' | 'calendar'>

/** Until when somebody must look: in open hours, or of the clock where somebody is on duty. */
export function urgentUntil(from: DateTime, hours: number, office: Office) {
  return isAlwaysThere(office) ? from.plus({ hours }) : hoursLater(from, hours, office)
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
