import { hidesWords, unitOf, type Charge, type Petition, type UnitQuestion } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import type { Names } from '../card/names.ts'

/** Around a card's questions to units. */
interface Around {
  names: Names
  catalogue: Catalogue
  charge: Charge
}

/**
 * Who was asked what of a petition, the latest first: state, day and words. Of a tip-off others' words are
 * shown to whoever has it, and to who may know who brought it.
 */
export function askedFacts(
  questions: readonly UnitQuestion[],
  petition: Petition,
  officer: Officer,
  { names, catalogue, charge }: Around
) {
  const own = questions.filter(({ unitId }) => catalogue.has(unitId))
  return own.map((one) => {
    const isShut = !charge.isOf(officer) && hidesWords(petition, one.unitId, officer)
    const isOurs = one.isOpen && unitOf(officer) === one.unitId
    return {
      ...{ isPart: one.isPart, state: one.state, isLate: one.isLate, isOpen: one.isOpen },
      code: catalogue.unit(one.unitId).code,
      unit: names.unit(one.unitId, one.askedAt),
      by: names.officer(one.askedBy),
      askedAt: one.askedAt,
      dueOn: one.dueOn,
      endedAt: one.endedAt,
      endedBy: names.officer(one.endedBy),
      question: isShut ? null : one.question,
      words: isShut ? null : one.words,
      /** of whoever is to answer it */
      answer: isOurs ? one.id : null,
    }
  })
}
