import { QueueTicket } from '../models/queue_ticket.ts'

/** As many calls as the wall has lines. */
const LINES = 6

/** Who is called where, the newest call first; `call` is another one with each calling. */
export async function boardOf(authorityId: number) {
  const called = await QueueTicket.todayAt(authorityId)
    .where({ state: 'called' })
    .orderBy('recalled_at', 'desc')
    .orderBy('turn', 'desc')
    .limit(LINES)
  return called.map(({ id, number, counter, turn, calls, isPriority }) => {
    return { number, counter: counter ?? '', isPriority, call: `${id}.${turn ?? 0}.${calls}` }
  })
}
