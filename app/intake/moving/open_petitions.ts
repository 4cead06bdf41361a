import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { moment, type Stored } from '#shared/dates/stored'
import type { Clock } from '#organisation'
import { LastDay, type DayHeld } from '../models/last_day.ts'
import { Reckoning } from '../models/reckoning.ts'
import { OPEN_STAGES } from '../stages.ts'

/** An open petition with its last days, as plain rows say it. */
export interface OpenPetition {
  id: number
  authorityId: number
  receivedAt: DateTime
  days: Partial<Record<Clock, DayHeld>>
}

interface Row {
  id: number
  authority_id: number
  received_at: Stored
  promise_reckoning_id: number | null
  legal_reckoning_id: number | null
}

/** Open petitions of these authorities behind an id, in the order of their ids. */
export async function openPetitions(
  authorityIds: readonly number[],
  after: number,
  most: number
): Promise<OpenPetition[]> {
  const rows: Row[] = await db
    .from('petitions')
    .whereIn('authority_id', [...authorityIds])
    .whereIn('stage', [...OPEN_STAGES])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .select('id', 'authority_id', 'received_at', 'promise_reckoning_id', 'legal_reckoning_id')
  const reckonings = await shared(rows)
  const moved = await own(rows)
  return rows.map((row) => ({
    id: row.id,
    authorityId: row.authority_id,
    receivedAt: moment(row.received_at),
    days: {
      ...Object.fromEntries((moved.get(row.id) ?? []).map((day) => [day.clock, day])),
      ...(row.promise_reckoning_id && { promise: reckonings.get(row.promise_reckoning_id)! }),
      ...(row.legal_reckoning_id && { legal: reckonings.get(row.legal_reckoning_id)! }),
    },
  }))
}

/** Days that they have had since their receipt: a few for all of them. */
async function shared(rows: Row[]) {
  const ids = rows.flatMap((row) => [row.promise_reckoning_id, row.legal_reckoning_id])
  const known = [...new Set(ids.filter((id) => id !== null))]
  const found = known.length > 0 ? await Reckoning.query().whereIn('id', known) : []
  return new Map(found.map((one) => [one.id, one]))
}

/** Days that a step has moved before. */
async function own(rows: Row[]) {
  const moved = rows.filter((row) => !row.promise_reckoning_id || !row.legal_reckoning_id)
  const ids = moved.map(({ id }) => id)
  const found =
    ids.length > 0 ? await LastDay.query().whereIn('petition_id', ids).whereNull('until') : []
  return Map.groupBy(found, ({ petitionId }) => petitionId)
}
