import db from '@adonisjs/lucid/services/db'
import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import { factsOf } from '../learning/facts.ts'
import type { Lesson } from '../learning/lesson.ts'

/** The newest decisions of an authority teach, so many of them; and so many are read at a time. */
const MOST = 20_000
const A_PIECE = 500

interface Choice {
  id: number
  petition_id: number
  unit_id: number
  given_back_at: unknown
}

type Words = Pick<Petition, 'text' | 'kind' | 'place'> & { petition_id: number }
type Row = Choice & Words

/**
 * What officers decided, each petition once: the unit that it was last given to, unless that gave it
 * back, and those that did.
 *
 * @param rest is waited for after each piece; false: stop
 * @returns null where it was stopped: of some of them nothing is to be learned
 */
export async function decisionsOf(catalogue: Catalogue, rest: () => Promise<boolean>) {
  const petitions = new Map<number, Row[]>()
  let before: number | null = null
  for (let read = 0; read < MOST; read += A_PIECE) {
    const choices = await newest(catalogue.authority.id, before)
    for (const row of await openOnes(choices)) {
      petitions.set(row.petition_id, [...(petitions.get(row.petition_id) ?? []), row])
    }
    if (choices.length < A_PIECE) break
    before = choices.at(-1)!.id
    if (!(await rest())) return null
  }
  return [...petitions.values()].map((rows) => lessonOf(rows, catalogue))
}

function newest(authorityId: number, before: number | null): Promise<Choice[]> {
  const query = db
    .from('suggestion_choices')
    .where('authority_id', authorityId)
    .select('id', 'petition_id', 'unit_id', 'given_back_at')
    .orderBy('id', 'desc')
    .limit(A_PIECE)
  if (before !== null) query.where('id', '<', before)
  return query
}

/**
 * By their keys. What is nobody's secret: nothing is learned from tip-offs, restricted petitions and
 * complaints about units.
 */
async function openOnes(choices: readonly Choice[]): Promise<Row[]> {
  const petitions: Words[] = await db
    .from('petitions')
    .whereIn('id', [...new Set(choices.map((choice) => choice.petition_id))])
    .whereNot('kind', 'tipOff')
    .where('circle', 'house')
    .whereNull('complained_unit_id')
    .whereNull('complained_officer_id')
    .where('decider', 'unit')
    .select('id as petition_id', 'text', 'kind', 'place')
  const words = new Map(petitions.map((petition) => [petition.petition_id, petition]))
  return choices.flatMap((choice) => {
    const known = words.get(choice.petition_id)
    return known ? [{ ...known, ...choice }] : []
  })
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
