import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import { stamp } from '#shared/dates/stored'
import { Wave } from '../../models/wave.ts'
import { likenessOf, likenessTo, rarest } from '../words/terms.ts'

const WINDOW = { days: 60 }
/** Of each term so many of the newest waves are looked at: one that more have says little. */
const OF_A_TERM = 40
/** So many that share most are compared word by word. */
const COMPARED = 20

/** The wave of an authority that says what these terms say, most like first; null: none does. */
export async function waveLike(
  { authorityId, text }: Pick<Petition, 'authorityId' | 'text'>,
  terms: readonly string[],
  trx: TransactionClientContract
) {
  const found = await wavesWith(authorityId, terms, trx)
  const hits = new Map(found.map(({ term, ids }) => [term, ids.length]))
  const rare = rarest(terms, hits)
  const shared = new Map<number, number>()
  for (const { term, ids } of found) {
    if (!rare.includes(term)) continue
    for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1)
  }
  const best = [...shared].toSorted(([, one], [, other]) => other - one).slice(0, COMPARED)
  if (best.length === 0) return null
  const ids = best.map(([id]) => id)
  // What nobody said for so long is another time that it is said.
  const since = stamp(DateTime.utc().minus(WINDOW))
  const near = Wave.query({ client: trx }).whereIn('id', ids)
  const waves = await near.where('last_at', '>=', since)
  const likeness = ({ says, terms: first }: Wave) =>
    says ? likenessTo(says, text, rare) : likenessOf(terms, rare, first.split(' '))
  const like = waves
    .map((wave) => ({ wave, likeness: likeness(wave) }))
    .filter((one) => one.likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness || one.wave.id - other.wave.id)
  return like[0]?.wave ?? null
}

async function wavesWith(
  authorityId: number,
  terms: readonly string[],
  trx: TransactionClientContract
) {
  const found: { term: string; ids: number[] }[] = []
  for (const term of terms) {
    const rows = await trx
      .from('wave_terms')
      .where({ authority_id: authorityId, term })
      .orderBy('wave_id', 'desc')
      .limit(OF_A_TERM)
      .select('wave_id')
    found.push({ term, ids: rows.map((row) => row.wave_id as number) })
  }
  return found
}
