import { DateTime } from 'luxon'

/** A moment as both databases keep it: UTC, to the second. */
export function stamp(at: DateTime) {
  return at.toJSDate().toISOString().slice(0, 19).replace('T', ' ')
}

/**
 * A model's column of moments that is written with every petition: Lucid begins a query for each, to
 * ask it how a moment is written (@adonisjs/lucid 22.4.2, prepareDateTimeColumn).
 */
export const momentColumn = { prepare: (at: DateTime | null) => at && stamp(at) }

/** A moment or day in a plain row: SQLite gives a text, MariaDB a date. */
export type Stored = string | Date

export function moment(stored: Stored) {
  if (typeof stored === 'string') return DateTime.fromSQL(stored, { zone: 'utc' })
  return DateTime.fromJSDate(stored, { zone: 'utc' })
}
