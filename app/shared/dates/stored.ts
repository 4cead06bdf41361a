import { DateTime } from 'luxon'

/** A moment as both databases keep it: UTC, to the second. */
export function stamp(at: DateTime) {
  return at.toJSDate().toISOString().slice(0, 19).replace('T', ' ')
}

/** A moment or day in a plain row: SQLite gives a text, MariaDB a date. */
export type Stored = string | Date

/** The same as a text, by which rows are asked for and put in order; of a day ten letters. */
export function keptAs(stored: Stored, what: 'day' | 'moment') {
  const text = typeof stored === 'string' ? stored : stored.toISOString().replace('T', ' ')
  return text.slice(0, what === 'day' ? 10 : 19)
}

export function moment(stored: Stored) {
  if (typeof stored === 'string') return DateTime.fromSQL(stored, { zone: 'utc' })
  return DateTime.fromJSDate(stored, { zone: 'utc' })
}
