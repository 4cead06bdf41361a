import db from '@adonisjs/lucid/services/db'
import { authorities, type Officer } from '#organisation'
import { findableByPetitioner } from '../tip_offs.ts'
import { keptBy } from '../visibility.ts'
import type { ListFilter } from './filter.ts'

/** Of one person so many of the newest petitions are looked at. */
const MOST = 40

/**
 * What a search finds among the petitions that the officer's authority handed over: the register does
 * not hold them any more, but whoever comes to its counter with the number is told where it lies now.
 */
export async function keptFound(officer: Officer, filters: readonly ListFilter[]) {
  const all = await authorities()
  if (all.length === 1) return []
  const found = (await Promise.all(filters.map((filter) => rowsOf(officer, filter)))).flat()
  const byNumber = new Map(found.map((row) => [row.number, row]))
  return [...byNumber.values()].map(({ number, authority_id: authorityId }) => ({
    number,
    authority: all.find(({ id }) => id === authorityId)?.name ?? '',
  }))
}

async function rowsOf(officer: Officer, filter: ListFilter) {
  const kept = db
    .from('petition_readers')
    .join('petitions', 'petitions.id', 'petition_readers.petition_id')
    .orderBy('petitions.id', 'desc')
    .limit(MOST)
    .select('petitions.number', 'petitions.authority_id')
  keptBy(kept, officer)
  if (filter.number) kept.where('petitions.number', filter.number)
  else findableByPetitioner(kept, officer).whereIn('petitions.id', await newestOf(filter))
  return kept as unknown as Promise<{ number: string; authority_id: number }[]>
}

/** A person's newest petitions, at whatever authority: looked up before anything is joined. */
async function newestOf({ nationalIdIndex, phoneIndex }: ListFilter): Promise<number[]> {
  const [column, index] = nationalIdIndex
    ? ['national_id_index', nationalIdIndex]
    : ['phone_index', phoneIndex!]
  const rows = await db
    .from('petitioners')
    .where(column, index)
    .orderBy('petition_id', 'desc')
    .limit(MOST)
    .select('petition_id')
  return rows.map((row) => row.petition_id)
}
