import { DateTime } from 'luxon'
import { Question, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Typed } from '#shared/typed/typed'

/** Whether whoever brought it is asked through the desk: a unit does not know whom to call. */
export function isAskedThroughDesk(petition: Petition, last: Question | null) {
  return petition.kind === 'tipOff' && !last?.isPending && !last?.isOpen
}

/**
 * The unit in charge wants to know something of whoever brought a tip-off; the bureau that answers
 * itself asks at once.
 *
 * @throws Refusal without a question; NotAllowed; PetitionChanged
 */
export function ask(petition: Petition, officer: Officer, question: string) {
  new Typed({ question }).read((form) => form.multiline('question', { required: true }))
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'ask', officer)
    const last = await Question.lastOf(current, trx)
    if (!isAskedThroughDesk(current, last)) throw new NotAllowed()
    const askedAt = DateTime.utc()
    const row = { petitionId: current.id, unitId: unit.id, officerId: officer.id, askedAt }
    const passed = unit.isBureau ? passedBy(officer, question) : {}
    const alongside = () => Question.create({ ...row, text: question, ...passed }, { client: trx })
    const kind = unit.isBureau ? 'askedOn' : 'asked'
    await current.take({ kind, officer, note: question, alongside, trx })
  })
}

/**
 * The desk passes a unit's question on, in words that it answers for.
 *
 * @throws Refusal without a question; NotAllowed; PetitionChanged
 */
export function passOn(petition: Petition, officer: Officer, question: string) {
  new Typed({ question }).read((form) => form.multiline('question', { required: true }))
  return petition.change(async (current, trx) => {
    await demand(current, 'passOn', officer)
    const last = await Question.lastOf(current, trx)
    if (!last?.isPending) throw new NotAllowed()
    const alongside = () => last.merge(passedBy(officer, question)).save()
    await current.take({ kind: 'askedOn', officer, note: question, alongside, trx })
  })
}

/**
 * Whoever has a petition has read what its petitioner added.
 *
 * @throws NotAllowed; PetitionChanged
 */
export function readAdded(petition: Petition, officer: Officer) {
  return petition.change(async (current, trx) => {
    await demand(current, 'readAdded', officer)
    if (current.unreadBy !== 'charge') throw new NotAllowed()
    await current.readAdded(officer, trx)
  })
}

function passedBy({ id }: Officer, passedText: string) {
  return { passedText, passedBy: id, passedAt: DateTime.utc() }
}
