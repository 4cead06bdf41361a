import type { DateTime } from 'luxon'

/** Since when, and how old that is by now. */
export function aged(since: DateTime, now: DateTime) {
  return { since, age: age(now.diff(since).as('minutes')) }
}

/** In the unit that people would say. */
function age(minutes: number) {
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 120) return { unit: 'minutes', count: Math.floor(minutes) }
  return { unit: 'hours', count: Math.floor(minutes / 60) }
}
