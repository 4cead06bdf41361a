import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { readableBy } from '#intake'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import type { Judged } from './solved_shares.ts'

/** So many are looked at, the latest first: each costs its petition. */
export const MOST_JUDGED = 300

/** What petitioners said by themselves since a moment, of what the officer sees. */
export function judgedSince(officer: Officer, since: DateTime): Promise<Judged[]> {
  const query = db
    .from('surveys')
    .join('petitions', 'petitions.id', 'surveys.petition_id')
    .where('surveys.authority_id', officer.authorityId)
    .where('surveys.answered_at', '>=', stamp(since))
  return readableBy(query, officer)
    .select('surveys.solved as said', 'surveys.answered_at as at')
    .orderBy('surveys.answered_at', 'desc')
    .orderBy('surveys.id', 'desc')
    .limit(MOST_JUDGED)
}

/** The same of those whom the lot drew and the bureau called. */
export function calledSince(officer: Officer, since: DateTime): Promise<Judged[]> {
  const query = db
    .from('sample_calls')
    .join('petitions', 'petitions.id', 'sample_calls.petition_id')
    .where('sample_calls.authority_id', officer.authorityId)
    .where('sample_calls.called_at', '>=', stamp(since))
  return readableBy(query, officer)
    .select('sample_calls.result as said', 'sample_calls.called_at as at')
    .orderBy('sample_calls.called_at', 'desc')
    .orderBy('sample_calls.id', 'desc')
    .limit(MOST_JUDGED)
}
