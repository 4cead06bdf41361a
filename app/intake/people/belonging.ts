import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import type { Petition } from '../models/petition.ts'
import { Representative } from '../models/representative.ts'
import { readableIn } from './readable_in.ts'

/** So many petitions of people with such names are looked at. */
const MOST = 60

/** Numbers and names that belong into a petition's answer: its petitioner's, and whoever speaks for them. */
export async function belongingTo(petition: Petition, officer: Officer) {
  // Whoever may not know who brought it learns nothing by trying numbers and names either.
  if (petition.hidesPetitionerFrom(officer)) return { names: [], numbers: [] }
  const people = [
    await petition.related('petitioner').query().first(),
    await Representative.query().where('petition_id', petition.id).first(),
  ].filter((one) => one !== null)
  return {
    names: people.flatMap(({ name }) => name ?? []),
    numbers: people
      .flatMap(({ nationalId, phone }) => [nationalId, phone?.slice(3)])
      .filter(isText),
  }
}

/**
 * Which of these names are other petitioners' of the officer's authority, by their keys: of petitions
 * that the officer may see, and may find by their petitioner.
 *
 * @param petition whose own petitioner is none of them; null: nobody is excepted
 */
export async function petitionersNamed(
  officer: Officer,
  keys: readonly string[],
  petition: Petition | null
) {
  if (keys.length === 0) return new Set<string>()
  const rows: { petition_id: number; name_index: string }[] = await db
    .from('petitioners')
    .where('authority_id', officer.authorityId)
    .whereIn('name_index', [...new Set(keys)])
    .whereNot('petition_id', petition?.id ?? 0)
    .select('petition_id', 'name_index')
    .limit(MOST)
  const seen = await readableIn(
    rows.map((row) => row.petition_id),
    officer
  )
  return new Set(rows.filter((row) => seen.has(row.petition_id)).map((row) => row.name_index))
}

function isText(value: string | null | undefined) {
  return typeof value === 'string'
}
