import { read } from '#shared/database/read'
import { likenessOf } from './words/alike.ts'
import { candidates, ordered, PLACES, type Candidate } from './candidates.ts'
import type { Topic } from './topic.ts'

/** Of those that are alike, so many are counted with. */
const COUNTED = 10
/** Persons whose telephones are read for saying how many they are. */
const READ_PERSONS = 100
/** Fewer are not said: one or two could be told by name in a small place. */
const MANY = 3

/** What is told already: which petition one would join, and whether at least three persons told it. */
export interface Told {
  petitionId: number
  isMany: boolean
}

/**
 * The petition that tells the same and that others may join; null where there is none, or where the
 * person with this telephone is among those who told it. Reads one statement, and a second one where
 * somebody joined; 400 rows at most.
 */
export async function toldBefore(topic: Topic, phoneIndex: string): Promise<Told | null> {
  const found = (await candidates(topic))
    .map((row) => ({ row, likeness: likenessOf(topic.terms, row.terms.split(' ')) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, COUNTED)
    .map(({ row }) => row)
  const [best] = found.toSorted((one, other) => other.joined - one.joined || one.id - other.id)
  if (!best) return null
  const persons = await personsOf(found)
  if (persons.has(phoneIndex)) return null
  return { petitionId: best.id, isMany: persons.size >= MANY }
}

/** By their telephones: who told it, and who joined one of them. */
async function personsOf(rows: readonly Candidate[]) {
  const known = rows.map((row) => row.phone_index)
  const joined = rows.filter((row) => row.joined > 0).map(({ id }) => id)
  if (joined.length > 0) {
    const { by } = ordered('petition_joins_petition_id_withdrawn_at_phone_index_index')
    const sql = `select phone_index from petition_joins ${by}
      where petition_id in (${PLACES(joined)}) and withdrawn_at is null limit ${READ_PERSONS}`
    const others = await read<Pick<Candidate, 'phone_index'>>(sql, joined)
    known.push(...others.map((row) => row.phone_index))
  }
  return new Set(known.filter((one) => one !== null))
}
