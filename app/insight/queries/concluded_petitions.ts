import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { readableBy, type Outcome } from '#intake'
import type { Period } from '#shared/period'
import { moment, stamp } from '#shared/stored'
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
 * What was concluded in a week and in the one before it, with one statement over the index
 * (authority, concluded at): as much as two weeks are, never as large as the table.
 */
export async function concludedPetitions(officer: Officer, week: Period) {
  const rows = await readableBy(db.from('petitions'), officer)
    .where('petitions.concluded_at', '>=', stamp(week.previous.from))
    .select('petitions.unit_id', 'petitions.outcome', 'petitions.received_at')
    .select('petitions.concluded_at')
  return rows.map((row): Concluded => {
    const [received, concluded] = [moment(row.received_at), moment(row.concluded_at)]
    return {
      unitId: Number(row.unit_id),
      outcome: row.outcome as Outcome,
      days: Math.round(dayOf(concluded).diff(dayOf(received), 'days').days),
      thisWeek: week.has(concluded),
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
