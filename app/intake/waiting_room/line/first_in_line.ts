import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { QueueTicket, SORTS, type Sort } from '../../models/queue_ticket.ts'
import { LOOKS_BACK, nextSort } from './rule.ts'

/** Whose turn it is, by the rule; null when nobody waits. */
export async function firstInLine(authorityId: number, trx: TransactionClientContract) {
  const sort = nextSort(await lastSorts(authorityId, trx))
  const other = SORTS.find((one) => one !== sort)!
  return (await first(authorityId, sort, trx)) ?? first(authorityId, other, trx)
}

/** Of the last calls, newest first; of one that was called twice the second. */
async function lastSorts(authorityId: number, trx: TransactionClientContract) {
  const last = await QueueTicket.todayAt(authorityId, trx)
    .whereNotNull('turn')
    .orderBy('turn', 'desc')
    .limit(LOOKS_BACK)
  return last.map(({ sort }) => sort as Sort)
}

function first(authorityId: number, sort: Sort, trx: TransactionClientContract) {
  const waiting = QueueTicket.todayAt(authorityId, trx).where({ state: 'waiting', sort })
  return waiting.orderBy('place').first()
}
