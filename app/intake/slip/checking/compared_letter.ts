import { Refusal } from '#shared/typed/problems'
import { decidedOf } from '../../afterwards/letter/decided.ts'
import { givenAnswers } from '../../answer_letter/given_answers.ts'
import { letterDigestOf, type Content } from '../content.ts'
import type { SlipCode } from '../slip_code.ts'

/**
 * What can be said of an answer's letter beside its petition: that it is the answer that counts, or one
 * that was given before it; or that it is what was decided of its objection.
 *
 * @throws Refusal where no answer of that day and with those words was given
 */
export async function comparedLetter({ digest }: SlipCode, petition: Content & { id: number }) {
  if (!petition.slipSalt) return 'unknown'
  const answers = await givenAnswers(petition)
  const at = answers.findIndex(({ step: { publicText, takenAt: on } }) =>
    letterDigestOf(petition, { text: publicText ?? '', on })?.equals(digest)
  )
  if (at === -1 && (await isDecision(digest, petition))) return 'letterOfObjection'
  if (at === -1) throw new Refusal({ field: 'slip', rule: 'otherLetter' })
  return at === 0 ? 'letter' : 'letterBefore'
}

async function isDecision(digest: SlipCode['digest'], petition: Content & { id: number }) {
  const decided = await decidedOf(petition)
  const said = decided && { text: decided.letter, on: decided.decidedAt }
  return Boolean(said && letterDigestOf(petition, said)?.equals(digest))
}
