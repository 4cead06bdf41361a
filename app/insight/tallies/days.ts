import type { Stored } from '#shared/dates/stored'

const DAY = 24 * 3600 * 1000
const AHEAD = 3 * 3600 * 1000
/** The first day of all is a Thursday. */
const THURSDAY = 3

/** Milliseconds since 1970: reckoned, for a count goes through a million of them. */
export function millis(stored: Stored) {
  if (typeof stored !== 'string') return stored.getTime()
  return Date.parse(`${stored.replace(' ', 'T')}Z`)
}

/** The day in Türkiye on which a moment falls, counted from 1970. */
export function dayNumber(stored: Stored) {
  return Math.floor((millis(stored) + AHEAD) / DAY)
}

/** The same of a day, ISO. */
export function dayOf(day: string) {
  return Date.parse(day) / DAY
}

/** The Monday of a moment's week in Türkiye, ISO. */
export function mondayOf(stored: Stored) {
  const day = dayNumber(stored)
  return iso((day - ((day + THURSDAY) % 7)) * DAY)
}

/** A `date` column as a day, ISO. */
export function dateOf(stored: Stored) {
  return typeof stored === 'string' ? stored.slice(0, 10) : iso(stored.getTime())
}

function iso(at: number) {
  return new Date(at).toISOString().slice(0, 10)
}
