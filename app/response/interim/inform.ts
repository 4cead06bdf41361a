import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { demandConfirmed } from '../assisting/unconfirmed.ts'
import { InterimAnswer, MOST_INTERIM } from '../models/interim_answer.ts'
import { mayApprove, OwnDraft } from '../own_draft.ts'

/** Letters: it says how things stand, and is no answer. */
const LONGEST = 2000

/**
 * The unit in charge tells the petitioner how things stand, at once or through its head.
 *
 * @returns whether it was told
 * @throws Refusal without words, while one waits, or for one too many; ParagraphsOpen; NotAllowed; PetitionChanged
 */
export async function inform(petition: Petition, officer: Officer, typed: Typed) {
  const { text } = typed.read((form) => ({
    text: form.multiline('text', { required: 'interim', max: LONGEST }),
  }))
  const { authority } = await Catalogue.of(petition.authorityId)
  const isTold = !authority.interimApproval
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'inform', officer)
    await demandRoom(current, trx)
    await demandConfirmed({ text }, current, trx, 'text')
    const written = { writtenBy: officer.id, writtenAt: DateTime.utc() }
    const state = isTold ? 'given' : 'waiting'
    const row = { petitionId: current.id, unitId: unit.id, text, state, ...written } as const
    const alongside = () => InterimAnswer.create(row, { client: trx })
    await current.start({ officer }, trx)
    if (isTold) await tell(current, text, officer, alongside, trx)
    else await current.take({ kind: 'interimSubmitted', officer, note: text, alongside, trx })
    return isTold
  })
}

/**
 * The head tells it, or does not.
 *
 * @throws Refusal without a reason; OwnDraft; NotAllowed; PetitionChanged
 */
export async function decideInterim(petition: Petition, officer: Officer, typed: Typed) {
  const refuses = typed.text('intent') === 'refuse'
  const { reason } = typed.read((form) => ({
    reason: refuses ? form.multiline('reason', { required: 'correction' }) : null,
  }))
  const { authority } = await Catalogue.of(petition.authorityId)
  return petition.change(async (current, trx) => {
    await demand(current, 'decideInterim', officer)
    const one = await InterimAnswer.waitingOf(current, trx)
    if (!one) throw new NotAllowed()
    if (!mayApprove({ submittedBy: one.writtenBy }, officer, authority)) throw new OwnDraft(officer)
    const decided = { decidedBy: officer.id, decidedAt: DateTime.utc(), reason }
    one.merge({ ...decided, state: refuses ? 'refused' : 'given' })
    const alongside = () => one.useTransaction(trx).save()
    if (!refuses) return tell(current, one.text, officer, alongside, trx)
    return current.take({ kind: 'interimSentBack', officer, note: reason, alongside, trx })
  })
}

function tell(
  petition: Petition,
  publicText: string,
  officer: Officer,
  alongside: () => Promise<unknown>,
  trx: TransactionClientContract
) {
  return petition.take({ kind: 'interimAnswered', officer, publicText, alongside, trx })
}

async function demandRoom(petition: Petition, trx: TransactionClientContract) {
  const waiting = await InterimAnswer.waitingOf(petition, trx)
  if (waiting) throw new Refusal({ field: 'again', rule: 'waits' })
  const all = await InterimAnswer.of(petition, trx)
  const given = all.filter(({ state }) => state === 'given')
  if (given.length < MOST_INTERIM) return
  throw new Refusal({ field: 'again', rule: 'enough', values: { most: MOST_INTERIM } })
}
