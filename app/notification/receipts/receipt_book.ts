import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { again, transaction } from '#shared/database/transaction'
import { receiptWakeUp } from '../dispatch/wake_up.ts'
import { stamp } from '#shared/dates/stored'
import type { DeliveryState, Receipt } from '#sms'
import { DeliveryReceipt } from '../models/delivery_receipt.ts'
import { recipientIndex } from '../models/message.ts'
import { MessagePart } from '../models/message_part.ts'
import {
  AT_ONCE,
  idsOf,
  isToTheSame,
  lastWord,
  partOf,
  REPEATED_WITHIN,
  Repeats,
  waitFor,
  wasAtOnce,
  type PartRow,
  type ReceiptRow,
  type Understood,
} from './receipt_match.ts'
import { ended, type FinalState } from '../message_states.ts'
import { Batch } from '../outbox/batch.ts'

const A_PAGE = 200

/** Only these say something for good; on the way is no news. */
const LAST: readonly DeliveryState[] = [
  'delivered',
  'expired',
  'undeliverable',
  'rejected',
  'unknown',
]

interface Match {
  receipt: ReceiptRow
  partId: number
  /** The part, where the receipt is the first to say something for good about it. */
  told: PartRow | null
}

/**
 * İletim raporları: written down before the operator hears that we have them, understood later.
 * They come before the answer to the message, twice, and for ids that nobody knows.
 */
export class ReceiptBook {
  #incoming = new Batch<Receipt>((receipts) => this.#write(receipts))

  constructor(readonly gateway: string) {}

  /** Resolves when it is committed. */
  keep(receipt: Receipt): Promise<void> {
    return this.#incoming.add(receipt)
  }

  /** Tells the messages what the receipts say; true when it got on and there may be more. */
  async match(): Promise<boolean> {
    const now = DateTime.utc()
    const due = await this.#due(now)
    if (due.length === 0) return false

    const parts = Map.groupBy(await this.#partsOf(due), (part) => part.remote_id)
    const repeats = new Repeats(await this.#understood(due, now))
    const matches: Match[] = []
    const strangers: ReceiptRow[] = []
    for (const receipt of due) {
      const first = repeats.firstOf(receipt)
      const part = first === undefined ? partOf(receipt, parts, now) : undefined
      const partId = first ?? part?.id
      if (partId === undefined) {
        strangers.push(receipt)
        continue
      }
      const told = isLast(receipt) && part?.state === 'sent' ? { ...part } : null
      if (told) part!.state = receipt.state
      matches.push({ receipt, partId, told })
      repeats.add(receipt, partId)
    }
    if (matches.length > 0) await transaction((trx) => this.#tell(matches, now, trx))
    const putOff = await this.#tryLater(strangers, now)
    return due.length === A_PAGE && matches.length + putOff > 0
  }

  async #write(receipts: Receipt[]) {
    const now = stamp(DateTime.utc())
    const rows = receipts.map(({ gateway, id, otherIds, state, error, done, to, raw }) => ({
      gateway,
      remote_id: id.slice(0, 65),
      other_ids: otherIds.length > 0 ? otherIds.join(' ') : null,
      state,
      error: error?.slice(0, 60) ?? null,
      done: done?.slice(0, 14) ?? null,
      recipient_index: to && recipientIndex('sms', to),
      raw,
      next_at: now,
      received_at: now,
    }))
    await again(() => db.table('delivery_receipts').multiInsert(rows))
    receiptWakeUp.ring()
  }

  #due(now: DateTime) {
    return DeliveryReceipt.query()
      .select('id', 'remote_id', 'other_ids', 'state', 'done', 'recipient_index')
      .select('received_at', 'next_at')
      .where('next_at', '<=', stamp(now))
      .where('gateway', this.gateway)
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
      .limit(A_PAGE)
      .pojo<ReceiptRow>()
  }

  /** What was understood lately under the ids of these. */
  #understood(receipts: ReceiptRow[], now: DateTime) {
    return DeliveryReceipt.query()
      .select('remote_id', 'state', 'done', 'recipient_index', 'part_id')
      .where('gateway', this.gateway)
      .whereIn('remote_id', [...new Set(receipts.map((receipt) => receipt.remote_id))])
      .whereNotNull('part_id')
      .where('received_at', '>', stamp(now.minus(REPEATED_WITHIN)))
      .orderBy('id', 'desc')
      .pojo<Understood>()
  }

  /** Guesses are looked up only for receipts whose own id is nobody's of that telephone. */
  async #partsOf(receipts: ReceiptRow[]) {
    const own = await this.#parts(receipts.map((receipt) => receipt.remote_id))
    const known = Map.groupBy(own, (part) => part.remote_id)
    const isKnown = (receipt: ReceiptRow) =>
      known.get(receipt.remote_id)?.some((part) => isToTheSame(part, receipt))
    const strange = receipts.filter((receipt) => !isKnown(receipt))
    const guesses = strange.flatMap((receipt) => idsOf(receipt).slice(1))
    return guesses.length > 0 ? [...own, ...(await this.#parts(guesses))] : own
  }

  #parts(ids: string[]) {
    return MessagePart.query()
      .select('message_parts.*', 'messages.recipient_index')
      .join('messages', 'messages.id', 'message_parts.message_id')
      .where('message_parts.gateway', this.gateway)
      .whereIn('message_parts.remote_id', [...new Set(ids)])
      .orderBy('message_parts.id', 'desc')
      .pojo<PartRow>()
  }

  async #tell(matches: Match[], now: DateTime, trx: TransactionClientContract) {
    const told = matches.flatMap(({ receipt, told: part }) => (part ? [{ receipt, part }] : []))
    for (const [state, those] of Map.groupBy(told, ({ receipt }) => receipt.state)) {
      const ids = those.map(({ part }) => part.id)
      await trx.from('message_parts').whereIn('id', ids).where('state', 'sent').update({ state })
    }
    const messages = new Set(told.map(({ part }) => part.message_id))
    for (const [state, ids] of await this.#concluded([...messages], trx)) {
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

  /** Messages of which these receipts were the last word; a long one waits for all its parts. */
  async #concluded(messages: number[], trx: TransactionClientContract) {
    const parts: Pick<PartRow, 'message_id' | 'state'>[] = await trx
      .from('message_parts')
      .select('message_id', 'state')
      .whereIn('message_id', messages)
    const concluded = new Map<FinalState, number[]>()
    for (const [id, own] of Map.groupBy(parts, (part) => part.message_id)) {
      const state = lastWord(own.map((part) => part.state))
      if (!state) continue
      if (concluded.has(state)) concluded.get(state)!.push(id)
      else concluded.set(state, [id])
    }
    return concluded
  }

  /** Not those whose message became known while we looked. Gives how many. */
  async #tryLater(receipts: ReceiptRow[], now: DateTime): Promise<number> {
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
}

function isLast({ state }: ReceiptRow) {
  return LAST.includes(state as DeliveryState)
}
