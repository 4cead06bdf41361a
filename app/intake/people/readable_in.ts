import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { findableByPetitioner } from '../tip_offs.ts'
import { readableBy } from '../visibility.ts'

/** Which of these petitions may lead their reader to a person: of the own authority, and seen. */
export async function readableIn(ids: readonly number[], officer: Officer): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const query = db
    .from('petitions')
    .whereIn('petitions.id', [...ids])
    .select('petitions.id')
  readableBy(query, officer, { authorityId: officer.authorityId })
  findableByPetitioner(query, officer)
  return new Set((await query).map(({ id }) => id as number))
}
