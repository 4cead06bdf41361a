import { DateTime } from 'luxon'
import type { Kept } from '#organisation'

interface Over {
  day: string
  name: string
  kind: string
}

/** Days off that a last day went round, as its row has them; a day of two halves stands twice. */
export function skipped({ daysOff }: { daysOff: string | null }) {
  const over = JSON.parse(daysOff ?? '[]') as Over[]
  return over
    .map(({ day, name }) => ({ day: dayIn(day), name }))
    .toSorted((one, other) => one.day.toMillis() - other.day.toMillis())
}

/** When the clock stood: until when it is null where it still does. */
export function stoodIn({ pauses }: Pick<Kept, 'pauses'>) {
  const all = JSON.parse(pauses ?? '[]') as { from: string; until: string | null }[]
  return all.map(({ from, until }) => ({ from: dayIn(from), until: until && dayIn(until) }))
}

function dayIn(iso: string) {
  return DateTime.fromISO(iso, { zone: 'utc' })
}
