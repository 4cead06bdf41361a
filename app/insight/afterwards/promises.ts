import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { readableBy } from '#intake'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** So many of each are counted. */
export const MOST_PROMISES = 300

export const PROMISE_STATES = ['kept', 'moved', 'broken'] as const

/** Of what the officer sees: how many promises are open, and of these how many are past their day. */
export async function openPromises(officer: Officer, today: DateTime) {
  const rows: { day: string }[] = await of(officer)
    .where('commitments.state', 'open')
    .select('commitments.day')
    .limit(MOST_PROMISES)
  const late = rows.filter(({ day }) => day < today.toISODate()!).length
  return { open: rows.length, late }
}

/** How many ended so since a moment. */
export async function endedPromises(officer: Officer, state: string, since: DateTime) {
  const rows = await of(officer)
    .where('commitments.state', state)
    .where('commitments.ended_at', '>=', stamp(since))
    .select('commitments.id')
    .limit(MOST_PROMISES)
  return rows.length
}

function of(officer: Officer) {
  const query = db
    .from('commitments')
    .join('petitions', 'petitions.id', 'commitments.petition_id')
    .where('commitments.authority_id', officer.authorityId)
  return readableBy(query, officer)
}
