import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { findableByPetitioner } from '../tip_offs.ts'
import { readableBy } from '../visibility.ts'
import { apart, type Brought, type Person } from './person.ts'
import type { By, Sought } from './sought.ts'

/** Of what one telephone, number or name brought, so many of the newest petitions are looked at. */
export const MOST = 24

/**
 * Who has come to this officer's authority before, by petitions that the officer may see: what is
 * hidden is not there, not in a number either. Lines to choose from, never merged.
 */
export async function knownPeople(officer: Officer, all: readonly Sought[]): Promise<Person[]> {
  const found = await Promise.all(
    all.map(async (one) => apart(await broughtBy(officer, one), one.by, officer.id))
  )
  return found.flat()
}

/** Looked up before anything is joined: each petition costs three rows, whoever may see it. */
function broughtBy(officer: Officer, { by, index }: Sought): Promise<Brought[]> {
  const { authorityId } = officer
  const columns = ['name', 'address', 'name_index', 'phone_index', 'national_id_index']
  const newest = db
    .from('petitioners')
    .where(where(by, index, authorityId))
    .orderBy('petition_id', 'desc')
    .limit(MOST)
    .select('petition_id', ...columns)
  const seen = db
    .from(newest.as('people'))
    .join('petitions', 'petitions.id', 'people.petition_id')
    .select('people.*')
  readableBy(seen, officer, { authorityId })
  findableByPetitioner(seen, officer)
  return seen.orderBy('people.petition_id', 'desc') as unknown as Promise<Brought[]>
}

function where(by: By, index: string, authorityId: number) {
  if (by === 'name') return { authority_id: authorityId, name_index: index }
  return by === 'phone' ? { phone_index: index } : { national_id_index: index }
}
