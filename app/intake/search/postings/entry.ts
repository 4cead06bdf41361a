import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { learn, unlearn } from './dictionary.ts'
import { putPostings, takePostings } from './postings.ts'

/** What is written of a petition: the terms of each scope. */
export type Written = Record<string, readonly string[]>

/**
 * Writes of each petition what is to be found of it, and takes away what is not any more; null: all of
 * it. Done twice it comes to the same.
 *
 * @param isWhole writes also what is noted as written: for a rebuilding
 */
export async function writeEntries(
  wanted: ReadonlyMap<number, Written | null>,
  trx: TransactionClientContract,
  isWhole = false
) {
  const ids = [...wanted.keys()]
  const rows = await trx.from('search_entries').whereIn('petition_id', ids)
  const before = new Map(
    rows.map((row) => [row.petition_id as number, JSON.parse(row.written) as Written])
  )
  const put: [string, string, number][] = []
  const gone: [string, readonly string[], number][] = []
  const notes: [number, string][] = []
  for (const [id, after] of wanted) {
    const [old, now] = [before.get(id) ?? {}, after ?? {}]
    for (const [scope, terms] of Object.entries(now)) {
      const known = new Set(isWhole ? [] : old[scope])
      for (const term of terms) if (!known.has(term)) put.push([scope, term, id])
    }
    for (const [scope, terms] of Object.entries(old)) {
      const left = new Set(now[scope])
      const away = terms.filter((term) => !left.has(term))
      if (away.length > 0) gone.push([scope, away, id])
    }
    const noted = JSON.stringify(now)
    if (after && noted !== JSON.stringify(before.get(id))) notes.push([id, noted])
  }
  await learn([...new Set(put.map(([, term]) => term))], trx)
  await putPostings(put, trx)
  await takePostings(gone, trx)
  await note(notes, trx)
  const away = ids.filter((id) => wanted.get(id) === null)
  await trx.from('search_entries').whereIn('petition_id', away).delete()
  await unlearn([...new Set(gone.flatMap(([, terms]) => terms))], trx)
}

/** What of these petitions can be found goes with their texts: for whoever takes those away. */
export function forgetEntries(ids: readonly number[], trx: TransactionClientContract) {
  return writeEntries(new Map(ids.map((id) => [id, null])), trx)
}

async function note(notes: [number, string][], trx: TransactionClientContract) {
  if (notes.length === 0) return
  const rows = notes.map(([id, written]) => ({ petition_id: id, written }))
  const insert = trx.insertQuery().table('search_entries').multiInsert(rows)
  await insert.knexQuery.onConflict('petition_id').merge(['written'])
}
