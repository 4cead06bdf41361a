import { DateTime } from 'luxon'
import { answerByOf, askPetitioner, Question, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { isAskable } from './askable.ts'

/**
 * Whoever is in charge lacks something, and asks whoever brought the petition; of a tip-off, where a unit
 * does not know whom to ask, the desk passes it on.
 *
 * @throws Refusal without a question, or where the law leaves no time to wait; NotAllowed; PetitionChanged
 */
export function ask(petition: Petition, officer: Officer, text: string) {
  new Typed({ question: text }).read((form) => form.multiline('question', { required: true }))
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'ask', officer)
    if (!isAskable(current, await Question.of(current, trx))) throw new NotAllowed()
    const row = { petitionId: current.id, unitId: unit.id, officerId: officer.id, text }
    const question = new Question().fill({ ...row, askedAt: DateTime.utc() })
    if (current.kind === 'tipOff' && !unit.isBureau) {
      const alongside = () => question.useTransaction(trx).save()
      return void (await current.take({ kind: 'asked', officer, note: text, alongside, trx }))
    }
    if (!(await answerByOf(current))) throw new Refusal({ field: 'question', rule: 'lawNear' })
    await askPetitioner(current, { question, text, officer }, trx)
  })
}
