import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { readableBy, type Outcome } from '#intake'
import { dayOf } from '#shared/turkish_date'

/** A petition that ended. */
export interface Concluded {
  unitId: number
  outcome: Outcome
  /** whole days from receipt to conclusion, as the calendar in Türkiye counts them */
  days: number
  thisWeek: boolean
}

/**
 * What was concluded since a Monday, with one statement over the index (authority, concluded at):
 * as old as the two weeks that are asked for, never as large as the table.
 */
export async function concludedPetitions(officer: Officer, since: DateTime, week: DateTime) {
  const rows = await readableBy(db.from('petitions'), officer)
    .where('petitions.concluded_at', '>=', sql(since))
    .select('petitions.unit_id', 'petitions.outcome', 'petitions.received_at')
    .select('petitions.concluded_at')
  return rows.map((row): Concluded => {
    const [received, concluded] = [moment(row.received_at), moment(row.concluded_at)]
    return {
      unitId: Number(row.unit_id),
      outcome: row.outcome as Outcome,
      days: Math.round(dayOf(concluded).diff(dayOf(received), 'days').days),
      thisWeek: concluded >= week,
    }
  })
}

/** The middle of all days; null when nothing was concluded. Half days where two share the middle. */
export function medianDays(concluded: Concluded[]) {
  const days = concluded.map((one) => one.days).sort((a, b) => a - b)
  const middle = days.length / 2
  if (days.length === 0) return null
  return days.length % 2 ? days[Math.floor(middle)]! : (days[middle - 1]! + days[middle]!) / 2
}

const sql = (date: DateTime) => date.toUTC().toSQL({ includeOffset: false })!

function moment(value: unknown) {
  return value instanceof Date
    ? DateTime.fromJSDate(value, { zone: 'utc' })
    : DateTime.fromSQL(String(value), { zone: 'utc' })
}
