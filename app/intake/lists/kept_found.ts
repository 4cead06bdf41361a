import db from '@adonisjs/lucid/services/db'
import { authorities, type Officer } from '#organisation'
import { findableByPetitioner } from '../tip_offs.ts'
import { keptBy } from '../visibility/kept.ts'
import type { ListFilter } from './filter.ts'

/** Of one person so many of the newest petitions are looked at. */
const MOST = 40
/** So many rows say who sees them: each went to a few units and authorities. */
const MOST_ROWS = 10 * MOST

type Where = Record<string, string | number>

interface Row {
  id: number
  number: string
  authority_id: number
}

/**
 * What a search finds among the petitions that the officer's authority handed over: the register does
 * not hold them any more, but whoever comes to its counter with the number is told where it lies now.
 */
export async function keptFound(officer: Officer, filters: readonly ListFilter[]) {
  const all = await authorities()
  if (all.length === 1) return []
  // By name an authority looks among its own.
  const known = filters.filter(({ nameIndex }) => !nameIndex)
  const found = (await Promise.all(known.map((filter) => rowsOf(officer, filter)))).flat()
  const byNumber = new Map(found.map((row) => [row.number, row]))
  return [...byNumber.values()].map(({ number, authority_id: authorityId }) => ({
    number,
    authority: all.find(({ id }) => id === authorityId)?.name ?? '',
  }))
}

async function rowsOf(officer: Officer, filter: ListFilter): Promise<Row[]> {
  const ids = filter.number ? await idsOf(filter.number) : await newestOf(officer, filter)
  // Their rows first, apart: else what is asked of one petition may be looked for in all that was
  // kept. Asked even for none: a number that nobody has costs what another one costs.
  const readers = db.from('petition_readers').whereIn('petition_id', ids).limit(MOST_ROWS)
  const kept = db
    .from(readers.as('petition_readers'))
    .join('petitions', 'petitions.id', 'petition_readers.petition_id')
    .select('petitions.id', 'petitions.number', 'petitions.authority_id')
  keptBy(kept, officer)
  if (!filter.number) findableByPetitioner(kept, officer)
  return (await kept).sort((one, other) => other.id - one.id)
}

async function idsOf(number: string): Promise<number[]> {
  const rows = await db.from('petitions').where('number', number).select('id')
  return rows.map(({ id }) => id)
}

/** A person's newest petitions, at whatever authority: looked up before anything is joined. */
async function newestOf(officer: Officer, filter: ListFilter): Promise<number[]> {
  const { nationalIdIndex, phoneIndex, paperKey } = filter
  if (paperKey) {
    return newestIn('papers', { authority_id: officer.authorityId, number_key: paperKey })
  }
  const where: Where = nationalIdIndex
    ? { national_id_index: nationalIdIndex }
    : { phone_index: phoneIndex! }
  // Who brought it, or spoke for them.
  const tables = ['petitioners', 'representatives']
  const ids = (await Promise.all(tables.map((table) => newestIn(table, where)))).flat()
  return [...new Set(ids)].sort((one, other) => other - one).slice(0, MOST)
}

async function newestIn(table: string, where: Where): Promise<number[]> {
  const rows = await db
    .from(table)
    .where(where)
    .orderBy('petition_id', 'desc')
    .limit(MOST)
    .select('petition_id')
  return rows.map((row) => row.petition_id)
}
