import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '../models/answer.ts'

/** Of what is somebody's fear or blame nothing is shown to others, masked or not. */
const NEVER: readonly string[] = ['tipOff', 'complaint', 'dataRequest']

/** The given answer of a petition, if it may be released and this officer heads the unit that gave it. */
export async function answerToRelease(petition: Petition, officer: Officer) {
  const heads = officer.can('answer.approve') && petition.isWithAuthorityOf(officer)
  if (!heads || petition.isOwnOf(officer) || !(await isReleasable(petition))) return null
  const answer = await Answer.newestOf(petition)
  return answer?.isGiven && answer.unitId === officer.atUnit ? answer : null
}

/**
 * Whether the answer of a petition may be released: never of tip-offs, complaints, sensitive subjects
 * or ones that nobody has named, of what is restricted or about somebody.
 */
export async function isReleasable(petition: Petition) {
  if (petition.stage !== 'concluded' || !isHarmless(petition)) return false
  return isOrdinary(petition.subjectId, await Catalogue.of(petition.authorityId))
}

/** Whether it is nobody's fear or blame, not restricted and about nobody. */
export function isHarmless(petition: Petition) {
  const { kind, circle, desk, decider } = petition
  const isOpenToAll = circle === 'house' && desk === 'bureau' && decider === 'unit'
  const isAbout =
    petition.complainedUnitId ?? petition.complainedOfficerId ?? petition.complainedName
  return isOpenToAll && !NEVER.includes(kind) && !isAbout
}

/** Whether it is a subject, and none that is sensitive. */
export function isOrdinary(subjectId: number | null, catalogue: Catalogue) {
  const subject = catalogue.subject(subjectId)
  return Boolean(subject && !subject.sensitive)
}

/** Of a query for examples, those whose petition was not restricted, or found to be about somebody, since. */
export function stillOrdinary<Query extends Joined>(query: Query): Query {
  return query
    .join('petitions', 'petitions.id', 'answer_examples.petition_id')
    .where('petitions.circle', 'house')
    .where('petitions.desk', 'bureau')
    .where('petitions.decider', 'unit')
    .whereNotIn('petitions.kind', [...NEVER])
    .whereNull('petitions.complained_unit_id')
    .whereNull('petitions.complained_officer_id')
    .whereNull('petitions.complained_name')
    .select('answer_examples.*')
}

interface Joined {
  join(table: string, one: string, other: string): this
  where(column: string, value: string): this
  whereNotIn(column: string, values: string[]): this
  whereNull(column: string): this
  select(column: string): this
}
