import { QueueTicket } from '../models/queue_ticket.ts'

/** The days before and after this one on which numbers were given; null: there are none. */
export async function daysBeside(authorityId: number, day: string) {
  const of = (sign: '<' | '>', order: 'asc' | 'desc') =>
    QueueTicket.query()
      .where('authority_id', authorityId)
      .where('day', sign, day)
      .orderBy('day', order)
      .first()
  const [before, after] = await Promise.all([of('<', 'desc'), of('>', 'asc')])
  return { before: before?.day ?? null, after: after?.day ?? null }
}
