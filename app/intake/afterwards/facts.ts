import { Catalogue } from '#organisation'
import { sealLetter } from '../answer_letter/address.ts'
import type { Petition } from '../models/petition.ts'
import { Objection } from '../models/objection.ts'
import { Survey } from '../models/survey.ts'

/**
 * What whoever opened a petition by number and code reads and says after its answer; null: nothing is
 * asked of it.
 *
 * @param objected whether it was ever objected to
 */
export async function afterwardsOf(petition: Petition, objected: boolean) {
  const survey = petition.outcome ? await Survey.lastOf(petition) : null
  const objection = objected ? await Objection.of(petition) : null
  if (!survey && !objection) return null
  return {
    survey: survey && {
      ...{ solved: survey.solved, words: survey.words, isOpen: survey.isOpen },
      until: survey.closesOn,
    },
    mayObject: Boolean(survey?.isOpen && survey.solved === 'no' && !objection),
    objection: objection && {
      ...{ words: objection.words, madeAt: objection.madeAt, state: objection.state },
      ...{ dueOn: objection.dueOn, isLate: objection.isLate },
      ...{ letter: objection.letter, decidedAt: objection.decidedAt },
      above: await aboveOf(objection),
      pdf: objection.isOpen ? null : sealLetter({ objected: petition.id }),
    },
  }
}

/** The name of the authority above, where that one decides it. */
export async function aboveOf({ authorityId, decidingId }: Objection) {
  if (decidingId === authorityId) return null
  return (await Catalogue.of(decidingId)).authority.name
}
