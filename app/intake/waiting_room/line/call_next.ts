import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { QueueTicket } from '../../models/queue_ticket.ts'
import { WaitingRoom } from '../../models/waiting_room.ts'
import { advance } from './advance.ts'
import { Tally } from '../tally.ts'
import { finish } from './finish.ts'
import { firstInLine } from './first_in_line.ts'

interface At {
  officer: Officer
  counter: string
  /** id of the ticket that the officer had when the button was shown; null: none */
  after: number | null
}

/**
 * Sonraki: whoever sat before the officer is done, and the next number is called to the counter. Of two
 * officers who press at once each gets another one. Pressed twice it is one call.
 *
 * @returns null when nobody waits
 */
export async function callNext(at: At): Promise<QueueTicket | null> {
  const { id } = await WaitingRoom.of(at.officer.authorityId)
  for (;;) {
    const called = await transaction((trx) => callIn(id, at, trx))
    if (called !== 'overtaken') return called
  }
}

async function callIn(roomId: number, at: At, trx: TransactionClientContract) {
  const day = QueueTicket.today
  const before = await QueueTicket.with(at.officer, trx)
  if (before && before.id !== at.after) return before
  const room = await WaitingRoom.findOrFail(roomId, { client: trx })
  const turn = room.day === day ? room.lastTurn : 0
  const next = await firstInLine(room.authorityId, trx)
  if (next) {
    const counts = await advance({ id: roomId, day, turn }, ['last_turn'], trx)
    if (!counts) return 'overtaken' as const
    await give(next, counts.last_turn, at, trx)
  }
  if (before) await finish(before, trx)
  return next
}

/** Nobody else calls it: the room's row is ours until the commit. */
async function give(next: QueueTicket, turn: number, at: At, trx: TransactionClientContract) {
  const { officer, counter } = at
  const now = DateTime.utc()
  const called = { officerId: officer.id, counter, turn, calls: 1, recalledAt: now }
  if (!next.calledAt) await Tally.called(next, now, trx)
  const calledAt = next.calledAt ?? now
  await next
    .useTransaction(trx)
    .merge({ ...called, calledAt, state: 'called' })
    .save()
}
