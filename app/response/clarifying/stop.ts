import { Question, stopWaiting, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'

/**
 * Whoever is in charge waits for no answer any more, and decides on what is there.
 *
 * @throws NotAllowed where nothing waits; PetitionChanged
 */
export function stop(petition: Petition, officer: Officer) {
  return petition.change(async (current, trx) => {
    await demand(current, 'stopWaiting', officer)
    const question = await Question.openOf(current, trx)
    if (!question) throw new NotAllowed()
    await stopWaiting(current, question, officer, trx)
  })
}
