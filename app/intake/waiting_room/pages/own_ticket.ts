import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { QueueTicket } from '../../models/queue_ticket.ts'
import { calledBy } from '../line/with_ticket.ts'
import { roomOpen } from './room_open.ts'

/** Does something with the number that this officer called; one's own second press finds it done. */
export async function withOwn(ctx: HttpContext, act: (ticket: QueueTicket) => Promise<string>) {
  roomOpen(ctx)
  const id = Number(/^\d{1,9}$/.exec(ctx.params.id)?.[0] ?? 0)
  const ticket = await calledBy(ctx.officer, id)
  const { authorityId } = ctx.officer
  if (!ticket && !(await QueueTicket.findBy({ id, authorityId }))) notFound(ctx)
  if (!ticket) return afterwards(ctx, 'already')
  return afterwards(ctx, await act(ticket), { number: ticket.number })
}

/** Where the officer goes on, with a sentence of what was done. */
export function afterwards(
  { session, response, officer }: HttpContext,
  done: string,
  params: Record<string, number> = {},
  page = 'queue_tickets.index'
) {
  session.flash('done', { key: `intake.room.done.${done}`, params })
  return response.redirect().status(303).toPath(addressOf(page, officer.locale))
}
