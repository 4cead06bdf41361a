import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { readableBy } from '#intake'

/** What people wrote about in a span of days: how many petitions a subject, most first. */
export async function receivedSubjects(officer: Officer, from: DateTime, before: DateTime) {
  const rows = await readableBy(db.from('petitions'), officer)
    .where('petitions.received_at', '>=', sql(from))
    .where('petitions.received_at', '<', sql(before))
    .whereNotNull('petitions.subject_id')
    .groupBy('petitions.subject_id')
    .select('petitions.subject_id')
    .count('* as received')
  return new Map(rows.map((row) => [Number(row.subject_id), Number(row.received)]))
}

const sql = (date: DateTime) => date.toUTC().toSQL({ includeOffset: false })!
