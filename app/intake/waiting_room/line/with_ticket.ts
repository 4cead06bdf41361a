import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { again, transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { QueueTicket } from '../../models/queue_ticket.ts'
import { WaitingRoom } from '../../models/waiting_room.ts'
import { Tally } from '../tally.ts'
import { advance } from './advance.ts'

/** So many times somebody may not be there and waits once more, at the end of the line. */
const MAY_MISS = 1

/** The ticket that this officer called, while it is called; of others' and old ones null. */
export function calledBy(officer: Officer, id: number) {
  const own = { id, officer_id: officer.id, state: 'called', day: QueueTicket.today }
  return QueueTicket.query().where(own).first()
}

/** Yeniden çağır: the board says it once more. */
export function callAgain(ticket: QueueTicket) {
  const more = { calls: ticket.calls + 1, recalled_at: now() }
  return again(() => QueueTicket.query().where(asItWas(ticket)).update(more))
}

/**
 * Gelmedi: waits once more at the end, or it is over.
 *
 * @returns whether it waits once more
 */
export async function miss(ticket: QueueTicket) {
  const absences = ticket.absences + 1
  if (absences > MAY_MISS) {
    const gone = { state: 'absent', absences, ended_at: now() }
    await transaction(async (trx) => {
      const [changed] = await QueueTicket.query({ client: trx }).where(asItWas(ticket)).update(gone)
      if (Number(changed) === 1) await Tally.absent(ticket, trx)
    })
    return false
  }
  const { id } = await WaitingRoom.of(ticket.authorityId)
  await transaction(async (trx) => {
    const counts = await advance({ id, day: ticket.day }, ['last_place'], trx)
    const back = { state: 'waiting', absences, place: counts!.last_place }
    await QueueTicket.query({ client: trx }).where(asItWas(ticket)).update(back)
  })
  return true
}

/** Only as it was shown: of two presses the second changes nothing. */
function asItWas({ id, turn, calls }: QueueTicket) {
  return { id, turn: turn!, calls, state: 'called' }
}

function now() {
  return stamp(DateTime.utc())
}
