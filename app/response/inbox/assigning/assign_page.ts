import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, ownHand, Petition } from '#intake'
import { allowed } from '#routing'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { namesOf } from '../hands.ts'
import { Trail } from '../trail.ts'
import { colleaguesFor } from './colleagues.ts'

/** The petition of the address, where this officer may say in whose hands it is. */
export async function assignable(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  if (!petition) return notFound(ctx)
  const may = allowed(petition, 'assign', officer, await Charge.of(petition))
  return may ? petition : notFound(ctx)
}

/** The card from which this page was opened, with the list from which that one was. */
export function cardOf({ officer, request }: HttpContext, { number }: Petition) {
  const liste = Trail.parse(Typed.from({ request }).text('liste'))?.words
  return { liste, back: addressOf('cards.show', officer.locale, { number }, { liste }) }
}

/** In whose hands it is, and to whom it can be given. */
export async function assignPage(ctx: HttpContext, petition: Petition) {
  const { officer } = ctx
  await Access.record(officer, { petition })
  const { assigneeId, partnerId } = petition
  const names = await namesOf([{ assigneeId, partnerId }], [], officer)
  const colleagues = await colleaguesFor(petition)
  const own = ownHand(officer)
  const { number, version } = petition
  return {
    ...{ number, version, ...cardOf(ctx, petition) },
    assignee: (assigneeId && names.get(assigneeId)) || null,
    partner: (partnerId && names.get(partnerId)) || null,
    isMine: assigneeId === own,
    colleagues: colleagues
      .filter(({ id }) => id !== own)
      .map(({ id, name }) => ({ id: String(id), name, isThere: id === assigneeId })),
  }
}
