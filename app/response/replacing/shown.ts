import { hidesWords, type Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { AnswerReplacement } from '../models/answer_replacement.ts'

/** Those of a petition that an officer reads: what was not given is between a unit and its head. */
export async function shownReplacements(petition: Petition, officer: Officer, charge: Charge) {
  const isDecider = petition.allows('decideReplacement', officer, charge)
  const all = await AnswerReplacement.of(petition)
  return all.filter(
    ({ unitId, state }) =>
      !hidesWords(petition, unitId, officer) &&
      (state === 'given' || charge.isOf(officer) || isDecider)
  )
}
