import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { Charge, readableBy } from '#intake'
import type { Officer } from '#organisation'
import { moment, stamp, type Stored } from '#shared/dates/stored'

/** Petitions in one statement, and in all. */
const PIECE = 500
const MOST = 10_000

/** What of a petition is asked by rules, and with whom it is. */
export interface Past {
  id: number
  subject_id: number | null
  kind: string
  urgency: string
  place: string | null
  complained_unit_id: number | null
  in_charge: number
  received_at: Stored
}

/**
 * What came to the bureau since a moment, as far as this officer sees it: the latest first, a piece at a
 * time, ten thousand at most.
 */
export async function* pastPetitions(officer: Officer, since: DateTime): AsyncGenerator<Past[]> {
  let last: Past | undefined
  for (let read = 0; read < MOST; read += PIECE) {
    const rows = await piece(officer, since, last)
    if (rows.length > 0) yield rows
    if (rows.length < PIECE) return
    last = rows.at(-1)
  }
}

/** Whether there may be more of the same time than are read. */
export function isAll(read: number) {
  return read < MOST
}

function piece(officer: Officer, since: DateTime, last: Past | undefined): Promise<Past[]> {
  const { authorityId } = officer
  const own = { 'petitions.authority_id': authorityId, 'petitions.desk': 'bureau' }
  const query = db.from('petitions').where(own).where('petitions.received_at', '>=', stamp(since))
  readableBy(query, officer, { authorityId, desk: 'bureau' })
  if (last) {
    const at = stamp(moment(last.received_at))
    query.where('petitions.received_at', '<=', at).where((earlier) => {
      void earlier.where('petitions.received_at', '<', at).orWhere('petitions.id', '<', last.id)
    })
  }
  const names = ['id', 'subject_id', 'kind', 'urgency', 'place', 'complained_unit_id']
  return query
    .select(...[...names, 'received_at'].map((name) => `petitions.${name}`))
    .select(`${Charge.column} as in_charge`)
    .orderBy('petitions.received_at', 'desc')
    .orderBy('petitions.id', 'desc')
    .limit(PIECE)
}
