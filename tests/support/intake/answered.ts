import { Question, type Petition } from '#intake'
import { clarified } from '../../../app/intake/clarifying/clarified.ts'

/** Whoever brought it answers what was asked, by number and code; nothing where nothing was. */
export function answered(petition: Petition) {
  return petition.change(async (current, trx) => {
    const question = await Question.openOf(current, trx)
    if (!question) return
    const said = { digest: `answer ${question.id}`, words: 'Alt tarla.', isHeld: false }
    await clarified(current, question, said, trx)
  })
}
