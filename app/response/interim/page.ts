import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, hidesWords, type Action, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Names } from '../card/names.ts'
import { petitionTo } from '../card/petition_to.ts'
import { cardOf } from '../inbox/assigning/assign_page.ts'
import { InterimAnswer } from '../models/interim_answer.ts'

const DOES = ['inform', 'decideInterim'] as const satisfies Action[]

interface Around {
  petition: Petition
  charge: Charge
  officer: Officer
}

/** The petition in the address, for whoever may tell its petitioner something. */
export function informedAt(ctx: HttpContext) {
  return petitionTo(ctx, DOES)
}

/** What was told before, what waits for the head, and what this officer can do. */
export async function interimPage(ctx: HttpContext, petition: Petition) {
  const { officer } = ctx
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const charge = new Charge(petition, catalogue)
  const all = (await InterimAnswer.of(petition)).filter((one) =>
    isShown(one, { petition, charge, officer })
  )
  const ids = all.flatMap(({ writtenBy, decidedBy }) => [writtenBy, decidedBy])
  const names = await Names.of(ids, [], catalogue)
  const waits = all.some(({ isWaiting }) => isWaiting)
  return {
    ...{ number: petition.number, version: petition.version, language: petition.locale },
    ...cardOf(ctx, petition),
    through: catalogue.authority.interimApproval,
    writes: petition.allows('inform', officer, charge) && !waits,
    decides: petition.allows('decideInterim', officer, charge) && waits,
    all: all.map((one) => ({
      ...{ text: one.text, state: one.state, reason: one.reason, at: one.writtenAt },
      ...{ by: names.officer(one.writtenBy), decidedBy: names.officer(one.decidedBy) },
      decidedAt: one.decidedAt,
    })),
    typed: {},
  }
}

/**
 * All that the unit in charge wrote, and what others told before it; of a tip-off not even that, which may
 * say who brought it.
 */
function isShown({ unitId, state }: InterimAnswer, { petition, charge, officer }: Around) {
  if (hidesWords(petition, unitId, officer)) return false
  return charge.isWith({ id: unitId }) || state === 'given'
}
