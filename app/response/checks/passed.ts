import { isVisible } from '#shared/typed/typed_text'
import { proposalNote } from '../assisting/note.ts'
import type { Pressed } from '../card/pressed.ts'
import { demandComplete, type Draft } from '../draft.ts'
import type { Noted } from '../models/answer_check.ts'
import { demandSubmittable } from '../submittable.ts'
import { factsFor } from './facts.ts'
import { findingKey } from './finding_key.ts'
import { ChecksOpen, fieldOf } from './open.ts'
import { findingsIn } from './run.ts'

/** The card's form, with what its page had shown (`found`). */
type Sent = Pick<Pressed, 'petition' | 'officer' | 'own' | 'typed'>

/** So long a reason may be. */
const LONGEST = 1000

/**
 * Looks at a draft before its head does. A reason counts for what was shown when it was written: a
 * text that changed since is looked at anew.
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
  const findings = findingsIn(draft, facts)
  const reasons = own.read((form) =>
    findings.map((one) => form.multiline(fieldOf(one), { max: LONGEST }))
  )
  const marks = new Set(typed.found?.split(' '))
  const open = findings.filter((one, at) => !isVisible(reasons[at]) || !marks.has(findingKey(one)))
  if (open.length > 0) throw new ChecksOpen(findings, open)
  return [
    ...findings.map(({ sort, places }, at) => ({ sort, places, reason: reasons[at]! })),
    ...inserted.map(({ exampleId }) => ({
      ...{ sort: 'source' as const, places: [], reason: null, exampleId },
    })),
    ...(await proposalNote(petition, draft)),
  ]
}
