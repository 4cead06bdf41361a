import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { QueueTicketSchema } from '#database/schema'
import { today } from '#shared/dates/turkish_date'

/** `priority` (öncelikli): for the disabled, the old, the pregnant. */
export const SORTS = ['ordinary', 'priority'] as const
export type Sort = (typeof SORTS)[number]

/** `absent`: called twice in vain, with a place at the end in between. */
export const TICKET_STATES = ['waiting', 'called', 'served', 'absent'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** Sıra numarası: the waiting room's own number of the day. Nobody's name, and not the petition's number. */
export class QueueTicket extends QueueTicketSchema {
  /** As a column keeps it. */
  static get today() {
    return today().toISODate()!
  }

  /** Of one authority, of today. */
  static todayAt(authorityId: number, client?: TransactionClientContract) {
    return this.query({ client }).where({ authority_id: authorityId, day: this.today })
  }

  /** Whoever sits before this officer now. */
  static with({ id }: { id: number }, client?: TransactionClientContract) {
    const there = { officer_id: id, day: this.today, state: 'called' }
    return this.query({ client }).where(there).orderBy('turn', 'desc').first()
  }

  get isPriority() {
    return this.sort === 'priority'
  }
}
