import type { Officer } from '#organisation'
import { readableIn } from './readable_in.ts'
import { apart, type Brought, type Person } from './person.ts'
import { newestOf } from './newest_of.ts'
import type { Sought } from './sought.ts'

/** Of what one telephone, number or name brought, so many of the newest petitions are looked at. */
export const MOST = 24

/**
 * Who has come before to this officer's authority, for themselves or for others, by petitions that the
 * officer may see: what is hidden is not there, not in a number either. Lines to choose from, never
 * merged.
 */
export async function knownPeople(officer: Officer, all: readonly Sought[]): Promise<Person[]> {
  const found = await Promise.all(
    all.map(async (one) => apart(await broughtBy(officer, one), one.by, officer.id))
  )
  return found.flat()
}

/** Looked up before any petition is asked for: each costs two rows, whoever may see it. */
async function broughtBy(officer: Officer, sought: Sought): Promise<Brought[]> {
  const looked = await newestOf(officer, sought, MOST)
  const ids = [...new Set(looked.map((row) => row.petition_id))]
  const seen = await readableIn(ids, officer)
  return looked.filter(({ petition_id: id }) => seen.has(id))
}
