import { Petition, UnitQuestion, type StepKind } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { OwnPetition } from '../allowed.ts'
import { endPart } from './parts.ts'
import { QuestionOver } from './refusals.ts'

/**
 * The unit that was asked answers, or says that it is not for it and why. It leaves a step; where the
 * petition stands it changes nothing.
 *
 * @param question one that this officer's unit was asked (`AskedList.find`)
 * @throws Refusal without words; OwnPetition; QuestionOver; PetitionChanged
 */
export async function answerQuestion(
  question: UnitQuestion,
  officer: Officer,
  said: { words: string; declines: boolean }
) {
  const { words } = new Typed({ reply: said.words }).read((form) => ({
    words: form.multiline('reply', { required: said.declines ? 'reason' : true }),
  }))
  const petition = await Petition.findOrFail(question.petitionId)
  await petition.knowOwner(officer)
  const unit = (await Catalogue.of(petition.authorityId)).everyUnit.find(
    ({ id }) => id === question.unitId
  )
  const state = said.declines ? 'declined' : 'answered'
  return petition.change(async (current, trx) => {
    if (petition.isOwnOf(officer)) throw new OwnPetition()
    const fresh = await UnitQuestion.findOrFail(question.id, { client: trx })
    if (!fresh.isOpen || !unit) throw new QuestionOver()
    const ended = { state, by: officer.id, words } as const
    const alongside = () => endPart(fresh, current, ended, trx)
    const kind = kindOf(fresh, said.declines)
    await current.take({ kind, officer, unit, note: words, alongside, trx })
  })
}

function kindOf({ isPart }: UnitQuestion, declines: boolean): StepKind {
  if (!isPart) return 'progressTold'
  return declines ? 'unitDeclined' : 'unitAnswered'
}
