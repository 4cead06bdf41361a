import { askPetitioner, Question, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Typed } from '#shared/typed/typed'

/**
 * The desk passes a unit's question on, in words that it answers for.
 *
 * @throws Refusal without a question; NotAllowed; PetitionChanged
 */
export function passOn(petition: Petition, officer: Officer, text: string) {
  new Typed({ question: text }).read((form) => form.multiline('question', { required: true }))
  return petition.change(async (current, trx) => {
    await demand(current, 'passOn', officer)
    const question = await Question.lastOf(current, trx)
    if (!question?.isPending) throw new NotAllowed()
    await askPetitioner(current, { question, text, officer }, trx)
  })
}
