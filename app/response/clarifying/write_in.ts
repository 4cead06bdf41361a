import { noteAnswer, Question, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Typed, type SomeWords } from '#shared/typed/typed'

/**
 * What a petitioner answered by telephone, at the desk or in a letter is written down, by whoever spoke
 * with them.
 *
 * @throws Refusal without words; NotAllowed where nothing is asked, or by whoever may not know who
 *   brought it; PetitionChanged
 */
export function writeIn(petition: Petition, officer: Officer, said: SomeWords) {
  const { words } = new Typed(said).read((form) => ({
    words: form.multiline('words', { required: true }),
  }))
  return petition.change(async (current, trx) => {
    await demand(current, 'noteAnswer', officer)
    const question = await Question.openOf(current, trx)
    if (!question || !current.isOpen || current.hidesPetitionerFrom(officer)) throw new NotAllowed()
    await noteAnswer(current, question, { words, officer }, trx)
  })
}
