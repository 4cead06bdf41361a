import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import type { DeliveryState } from '#sms'
import { ended, type FinalState } from '../message_states.ts'
import { DeliveryReceipt } from '../models/delivery_receipt.ts'
import {
  AT_ONCE,
  lastWord,
  waitFor,
  wasAtOnce,
  type PartRow,
  type ReceiptRow,
} from './receipt_match.ts'

/** Only these say something for good; on the way is no news. */
const LAST: readonly DeliveryState[] = [
  'delivered',
  'expired',
  'undeliverable',
  'rejected',
  'unknown',
]

export interface Match {
  receipt: ReceiptRow
  partId: number
  /** The part, where the receipt is the first to say something for good about it. */
  decided: PartRow | null
}

/** Whether it says something for good. */
export function isLast({ state }: ReceiptRow) {
  return LAST.includes(state as DeliveryState)
}

/**
 * Writes what receipts say on their parts and, once all parts are decided, on the message. The message
 * is locked before its parts, as by whoever writes down that it was sent (OutcomeLog): in the other
 * order each waited for what the other one had.
 */
export async function conclude(matches: Match[], now: DateTime, trx: TransactionClientContract) {
  const decided = matches.flatMap(({ receipt, decided: part }) => (part ? [{ receipt, part }] : []))
  const messages = [...new Set(decided.map(({ part }) => part.message_id))]
  await locked(messages, trx)
  for (const [state, those] of Map.groupBy(decided, ({ receipt }) => receipt.state)) {
    const ids = those.map(({ part }) => part.id)
    await trx.from('message_parts').whereIn('id', ids).where('state', 'sent').update({ state })
  }
  for (const [state, ids] of await concluded(messages, trx)) {
    const end = ended(state, stamp(now))
    await trx.from('messages').whereIn('id', ids).where('state', 'sent').update(end)
  }
  const pairs = matches.flatMap(({ receipt, partId }) => [receipt.id, partId])
  const cases = matches.map(() => 'when ? then ?').join(' ')
  const part = db.raw(`case id ${cases} end`, pairs)
  const matched = matches.map(({ receipt }) => receipt.id)
  const done = { matched_at: stamp(now), next_at: null, part_id: part }
  await trx.from('delivery_receipts').whereIn('id', matched).update(done)
}

/** Until the end of the transaction nobody else writes on these, or on what hangs on them. */
async function locked(messages: number[], trx: TransactionClientContract) {
  if (messages.length === 0) return
  await trx.from('messages').select('id').whereIn('id', messages).orderBy('id').forUpdate()
}

/** Messages of which these receipts were the last word; a long one waits for all its parts. */
async function concluded(messages: number[], trx: TransactionClientContract) {
  const parts: Pick<PartRow, 'message_id' | 'state'>[] = await trx
    .from('message_parts')
    .select('message_id', 'state')
    .whereIn('message_id', messages)
  const states = new Map<FinalState, number[]>()
  for (const [id, own] of Map.groupBy(parts, (part) => part.message_id)) {
    const state = lastWord(own.map((part) => part.state))
    if (!state) continue
    if (states.has(state)) states.get(state)!.push(id)
    else states.set(state, [id])
  }
  return states
}

/** Of what no message is known for; not those whose message became known while we looked. Gives how many. */
export async function tryLater(receipts: ReceiptRow[], now: DateTime): Promise<number> {
  let putOff = 0
  for (const [wait, those] of Map.groupBy(receipts, (receipt) => waitFor(receipt, now))) {
    const next = wait === null ? null : stamp(now.plus({ seconds: wait }))
    // Looked at in vain at once, they wait like others, or they would be in everybody's way.
    const [early, others] = [those.filter(wasAtOnce), those.filter((one) => !wasAtOnce(one))]
    for (const some of [early, others]) {
      if (some.length === 0) continue
      const ids = some.map(({ id }) => id)
      const rows = DeliveryReceipt.query().whereIn('id', ids).whereNotNull('next_at')
      if (some === others) rows.whereNot('next_at', AT_ONCE)
      putOff += Number(await rows.update({ next_at: next }))
    }
  }
  return putOff
}
