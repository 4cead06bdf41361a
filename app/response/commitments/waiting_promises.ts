import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { withPetitions, type Waiting } from '#intake'

/** What an authority's units promised for this day or an earlier one, for the digest of their heads. */
export async function waitingPromises(authorityId: number, day: DateTime): Promise<Waiting[]> {
  const due = db
    .from('commitments')
    .where({ 'commitments.authority_id': authorityId, 'commitments.state': 'open' })
    .where('commitments.day', '<=', day.toISODate()!)
    .orderBy('commitments.day')
    .select('commitments.unit_id as promising_id')
  const found = await withPetitions<{ promising_id: number }>(due, 'commitments')
  return found.map(({ row, petition }) => ({
    // A unit that was given the promises of a closed one has its petitions in charge of nobody.
    petition: { ...petition, unitId: row.promising_id },
    countsFor: (officer) => {
      const heads = officer.atUnit === row.promising_id && officer.can('answer.approve')
      return heads ? ['promises'] : []
    },
  }))
}
