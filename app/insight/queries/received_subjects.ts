import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { readableBy } from '#intake'
import type { Period } from '#shared/period'

/** What people wrote about: how many petitions came in a period, by the id of their subject. */
export async function receivedSubjects(officer: Officer, period: Period) {
  const rows = await period
    .narrow(readableBy(db.from('petitions'), officer), 'petitions.received_at')
    .whereNotNull('petitions.subject_id')
    .groupBy('petitions.subject_id')
    .select('petitions.subject_id')
    .count('* as received')
  return new Map(rows.map((row) => [Number(row.subject_id), Number(row.received)]))
}
