import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { readableBy } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Day } from '#shared/dates/turkish_date'
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

/** So many stand on the page, the longest past first. */
const SHOWN = 30

/** Those that are past their day, with their petitions and units. */
export async function latePromises(officer: Officer, today: DateTime) {
  const { units } = await Catalogue.of(officer.authorityId)
  const rows: { number: string; day: string; unit_id: number }[] = await of(officer)
    .where('commitments.state', 'open')
    .where('commitments.day', '<', today.toISODate()!)
    .select('petitions.number', 'commitments.day', 'commitments.unit_id')
    .orderBy('commitments.day')
    .orderBy('commitments.id')
    .limit(SHOWN)
  return rows.map(({ number, day, unit_id: unitId }) => {
    const unit = units.find(({ id }) => id === unitId)?.shortName ?? ''
    return { number, day: Day.parse(day)!, unit }
  })
}

function of(officer: Officer) {
  const query = db
    .from('commitments')
    .join('petitions', 'petitions.id', 'commitments.petition_id')
    .where('commitments.authority_id', officer.authorityId)
  return readableBy(query, officer)
}
