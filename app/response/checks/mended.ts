import type { Pressed } from '../card/pressed.ts'
import { demandComplete, type Draft } from '../draft.ts'
import type { Answer } from '../models/answer.ts'
import { AnswerCheck, type Noted } from '../models/answer_check.ts'
import { factsFor } from './facts.ts'
import type { Finding, Sort } from './finding.ts'
import { reasonedOn } from './reasons.ts'
import { findingsIn } from './run.ts'

/** What a head's own words must not bring in unseen; how one writes is the head's to judge. */
const SORTS: readonly Sort[] = ['grounds', 'numbers', 'names', 'blanks']

/**
 * Looks at the words that a head mended, as at their author's. What its author gave a reason for is not
 * asked twice, and an answer that nobody changed not at all.
 *
 * @returns why they stay as they are in spite of a check
 * @throws Refusal for what is missing; ChecksOpen for what is found
 */
export async function checkedMending(
  answer: Answer,
  draft: Draft,
  { petition, officer, own, typed }: Pick<Pressed, 'petition' | 'officer' | 'own' | 'typed'>
): Promise<Noted[]> {
  if (answer.says(draft)) return []
  demandComplete(draft)
  const { facts } = await factsFor(petition, draft, officer)
  const found = findingsIn(draft, facts).filter(({ sort }) => SORTS.includes(sort))
  const known = found.length > 0 ? await AnswerCheck.of(answer) : []
  const fresh = found.filter((one) => !known.some((row) => covers(row, one)))
  return reasonedOn(fresh, own, typed.found)
}

function covers({ sort, places }: Pick<AnswerCheck, 'sort' | 'places'>, one: Finding) {
  const words = new Set(places.map((place) => place.words))
  return sort === one.sort && one.places.every((place) => words.has(place.words))
}
