import { proposalNote } from '../assisting/note.ts'
import type { Pressed } from '../card/pressed.ts'
import { demandComplete, type Draft } from '../draft.ts'
import type { Noted } from '../models/answer_check.ts'
import { demandSubmittable } from '../submittable.ts'
import { factsFor } from './facts.ts'
import { reasonedOn } from './reasons.ts'
import { findingsIn } from './run.ts'

/** The card's form, with what its page had shown (`found`). */
type Sent = Pick<Pressed, 'petition' | 'officer' | 'own' | 'typed'>

/**
 * Looks at a draft before its head does.
 *
 * @returns what the head is to see beside the answer
 * @throws Refusal for what is missing or does not hold; PartsOpen; ChecksOpen for what is found
 */
export async function checked(
  draft: Draft,
  { petition, officer, own, typed }: Sent
): Promise<Noted[]> {
  demandComplete(draft)
  await demandSubmittable(draft, petition)
  const { facts, inserted } = await factsFor(petition, draft, officer)
  return [
    ...reasonedOn(findingsIn(draft, facts), own, typed.found),
    ...inserted.map(({ exampleId }) => ({
      ...{ sort: 'source' as const, places: [], reason: null, exampleId },
    })),
    ...(await proposalNote(petition, draft)),
  ]
}

/** The same of an answer that is to take another's place, where nothing was taken in or proposed. */
export async function checkedReplacing(draft: Draft, { petition, officer, own, typed }: Sent) {
  const { facts } = await factsFor(petition, draft, officer)
  return reasonedOn(findingsIn(draft, facts), own, typed.found)
}
