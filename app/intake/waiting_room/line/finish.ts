import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { QueueTicket } from '../../models/queue_ticket.ts'
import { Tally } from '../tally.ts'

/** İşi bitti: nobody sits there now. Only while it is called as it was; once, however often it is pressed. */
export async function finish(ticket: QueueTicket, trx: TransactionClientContract) {
  const now = DateTime.utc()
  const asItWas = { id: ticket.id, turn: ticket.turn!, state: 'called' }
  const done = { state: 'served', ended_at: stamp(now) }
  const [changed] = await QueueTicket.query({ client: trx }).where(asItWas).update(done)
  if (Number(changed) === 1) await Tally.served(ticket, now, trx)
}
