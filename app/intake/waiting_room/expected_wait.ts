import { QueueTicket, type Sort } from '../models/queue_ticket.ts'
import { ahead } from './line/rule.ts'
import { median } from './median.ts'

/** Of so many visits the pace of the day is taken; with fewer than the least it is not known. */
const NEWEST = 20
const LEAST = 3
/** Nobody waits to the minute. */
const STEP = 5

/** What a ticket says: how many are in front, and minutes in steps of five; null: not known yet. */
export async function expectedWait(ticket: QueueTicket) {
  const { authorityId, place } = ticket
  const waiting = QueueTicket.todayAt(authorityId).where({ state: 'waiting' })
  const before = (sort: Sort) => waiting.clone().where({ sort }).where('place', '<', place)
  const [priority, ordinary] = await Promise.all([
    // At most a day's numbers, along the index of the line.
    before('priority').select('id'),
    before('ordinary').select('id'),
  ])
  const inFront = { priority: priority.length, ordinary: ordinary.length }
  // An ordinary ticket is overtaken by those with priority who come later, too: of these it knows nothing.
  const people = ahead(ticket.sort as Sort, inFront)
  const pace = await paceOf(authorityId)
  return { people, minutes: pace && Math.max(STEP, Math.ceil((people * pace) / STEP) * STEP) }
}

/** Minutes from one call to the next one, at all counters together. */
async function paceOf(authorityId: number) {
  const served = await QueueTicket.todayAt(authorityId)
    .where({ state: 'served' })
    .orderBy('turn', 'desc')
    .limit(NEWEST)
  if (served.length < LEAST) return null
  const counters = new Set(served.map(({ officerId }) => officerId)).size
  const visits = served.map(({ calledAt, endedAt }) => endedAt!.diff(calledAt!, 'minutes').minutes)
  return median(visits)! / counters
}
