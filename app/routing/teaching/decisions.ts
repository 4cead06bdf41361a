import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Catalogue } from '#organisation'
import { factsOf } from '../learning/facts.ts'
import type { Lesson } from '../learning/lesson.ts'

/** The newest decisions of an authority teach, so many of them; and so many are read at a time. */
const MOST = 20_000
const A_PIECE = 500

interface Row {
  id: number
  petition_id: number
  unit_id: number
  given_back_at: unknown
  text: string
  kind: string
  place: string | null
}

/**
 * What officers decided, each petition once: the unit that it was last given to, unless that gave it
 * back, and those that did.
 *
 * @param rest is waited for after each piece; false: stop, with nothing
 */
export async function decisionsOf(catalogue: Catalogue, rest: () => Promise<boolean>) {
  const petitions = new Map<number, Row[]>()
  let before: number | null = null
  for (let read = 0; read < MOST; read += A_PIECE) {
    const rows: Row[] = await newest(catalogue.authority.id, before)
    for (const row of rows) {
      petitions.set(row.petition_id, [...(petitions.get(row.petition_id) ?? []), row])
    }
    if (rows.length < A_PIECE) break
    before = rows.at(-1)!.id
    if (!(await rest())) return []
  }
  return [...petitions.values()].map((rows) => lessonOf(rows, catalogue))
}

function newest(authorityId: number, before: number | null): Promise<Row[]> {
  const query = db
    .from('suggestion_choices')
    .join('petitions', 'petitions.id', 'suggestion_choices.petition_id')
    .where('suggestion_choices.authority_id', authorityId)
    .select('suggestion_choices.id', 'petition_id', 'suggestion_choices.unit_id', 'given_back_at')
    .select('petitions.text', 'petitions.kind', 'petitions.place')
    .orderBy('suggestion_choices.id', 'desc')
    .limit(A_PIECE)
  if (before !== null) query.where('suggestion_choices.id', '<', before)
  return onlyOpen(query)
}

/**
 * What is nobody's secret: no tip-off, nothing restricted and no complaint about a unit is learned from
 * or counted, whoever looks.
 */
function onlyOpen<Query extends DatabaseQueryBuilderContract>(query: Query) {
  return query
    .whereNot('petitions.kind', 'tipOff')
    .where('petitions.circle', 'house')
    .whereNull('petitions.complained_unit_id')
}

/** @param rows newest first */
function lessonOf(rows: readonly Row[], catalogue: Catalogue): Lesson {
  const codeOf = ({ unit_id: id }: Row) => (catalogue.has(id) ? catalogue.unit(id).code : null)
  const [last] = rows
  return {
    text: last!.text,
    facts: factsOf(last!, catalogue),
    unit: last!.given_back_at ? null : codeOf(last!),
    not: rows.filter((row) => row.given_back_at).map((row) => codeOf(row) ?? ''),
    sort: 'decision',
  }
}
