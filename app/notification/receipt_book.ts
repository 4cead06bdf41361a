import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/transaction'
import { receiptBell } from './bell.ts'
import { AT_ONCE, stamp } from './clock.ts'
import type { DeliveryState, Receipt } from './gateways/gateway.ts'
import { DeliveryReceipt } from './models/delivery_receipt.ts'
import { recipientIndex } from './models/message.ts'
import { MessagePart } from './models/message_part.ts'
import { final } from './outbox.ts'
import type { FinalState } from './states.ts'
import { Together } from './together.ts'

const A_PAGE = 200

/** A guessed id counts only so long after the message. */
const GUESSES = { days: 7 }
const DOUBT = { minutes: 1 }

/** Only these say something for good; on the way is no news. */
const FINALS: Partial<Record<DeliveryState, FinalState>> = {
  delivered: 'delivered',
  expired: 'expired',
  undeliverable: 'undeliverable',
  rejected: 'rejected',
  unknown: 'unknown',
}

type Part = MessagePart & { $extras: { recipient_index: string } }
interface Match {
  receipt: DeliveryReceipt
  part: Part
}

/**
 * İletim raporları: written down before the operator hears that we have them, understood later.
 * They come before the answer to the message, twice, and for ids that nobody knows.
 */
export class ReceiptBook {
  #incoming = new Together<Receipt>((receipts) => this.#write(receipts))

  constructor(readonly gateway: string) {}

  /** Resolves when it is committed. */
  keep(receipt: Receipt): Promise<void> {
    return this.#incoming.add(receipt)
  }

  /** Tells the messages what the receipts say; true when there may be more. */
  async match(): Promise<boolean> {
    const now = DateTime.utc()
    const due = await DeliveryReceipt.query()
      .where('next_at', '<=', stamp(now))
      .where('gateway', this.gateway)
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
      .limit(A_PAGE)
    if (due.length === 0) return false

    const parts = await this.#parts(due)
    const matches: Match[] = []
    const strangers: DeliveryReceipt[] = []
    for (const receipt of due) {
      const part = partOf(receipt, parts, now)
      if (part) matches.push({ receipt, part })
      else strangers.push(receipt)
    }
    await this.#tell(matches, now)
    await this.#tryLater(strangers, now)
    return due.length === A_PAGE
  }

  async #write(receipts: Receipt[]) {
    const now = stamp(DateTime.utc())
    const rows = receipts.map(({ gateway, id, otherIds, state, error, to, raw }) => ({
      gateway,
      remote_id: id.slice(0, 65),
      other_ids: otherIds.length > 0 ? otherIds.join(' ') : null,
      state,
      error: error?.slice(0, 60) ?? null,
      recipient_index: to && recipientIndex('sms', to),
      raw,
      next_at: now,
      received_at: now,
    }))
    await transaction((trx) => trx.table('delivery_receipts').multiInsert(rows))
    receiptBell.ring()
  }

  #parts(receipts: DeliveryReceipt[]): Promise<Part[]> {
    return MessagePart.query()
      .select('message_parts.*', 'messages.recipient_index')
      .join('messages', 'messages.id', 'message_parts.message_id')
      .where('message_parts.gateway', this.gateway)
      .whereIn('message_parts.remote_id', [...new Set(receipts.flatMap(({ ids }) => ids))])
      .orderBy('message_parts.id', 'desc') as unknown as Promise<Part[]>
  }

  async #tell(matches: Match[], now: DateTime) {
    if (matches.length === 0) return
    await transaction(async (trx) => {
      const told = matches.filter(({ receipt }) => receipt.state in FINALS)
      for (const [state, those] of Map.groupBy(told, ({ receipt }) => receipt.state)) {
        await MessagePart.query({ client: trx })
          .whereIn(
            'id',
            those.map(({ part }) => part.id)
          )
          .where('state', 'sent')
          .update({ state })
      }
      const ids = [...new Set(told.map(({ part }) => part.messageId))]
      for (const [state, messages] of await this.#concluded(ids, trx)) {
        await trx
          .from('messages')
          .whereIn('id', messages)
          .where('state', 'sent')
          .update(final(state, now))
      }
      await trx
        .from('delivery_receipts')
        .whereIn(
          'id',
          matches.map(({ receipt }) => receipt.id)
        )
        .update({ matched_at: stamp(now), next_at: null })
    })
  }

  /** Messages of which these receipts were the last word; a long one waits for all its parts. */
  async #concluded(ids: number[], trx: TransactionClientContract) {
    const parts: { message_id: number; state: MessagePart['state'] }[] = await trx
      .from('message_parts')
      .select('message_id', 'state')
      .whereIn('message_id', ids)
    const concluded = new Map<FinalState, number[]>()
    for (const [id, own] of Map.groupBy(parts, (part) => part.message_id)) {
      const state = lastWord(own.map((part) => part.state))
      if (state) concluded.set(state, [...(concluded.get(state) ?? []), id])
    }
    return concluded
  }

  /** Not those whose message became known while we looked. */
  async #tryLater(receipts: DeliveryReceipt[], now: DateTime) {
    for (const [wait, those] of Map.groupBy(receipts, (receipt) => waitFor(receipt, now))) {
      await DeliveryReceipt.query()
        .whereIn(
          'id',
          those.map(({ id }) => id)
        )
        .whereNot('next_at', AT_ONCE)
        .update({ next_at: wait === null ? null : stamp(now.plus({ seconds: wait })) })
    }
  }
}

/**
 * The part that a receipt speaks of. Its own id is certain, unless the operator began its ids anew:
 * then the telephone decides. Guesses count for the same telephone only.
 */
function partOf(receipt: DeliveryReceipt, parts: Part[], now: DateTime) {
  const toTheSame = (part: Part) => part.$extras.recipient_index === receipt.recipientIndex
  const exact = parts.filter((part) => part.remoteId === receipt.remoteId)
  const guesses = parts.filter(
    (part) =>
      receipt.ids.includes(part.remoteId) && toTheSame(part) && part.sentAt > now.minus(GUESSES)
  )
  const candidates = [...exact.filter(toTheSame), ...exact, ...guesses]
  const waiting = candidates.find((part) => part.state === 'sent')
  // Said twice, or early for a message that got an old id: for a while nobody can know.
  return waiting ?? (receipt.receivedAt < now.minus(DOUBT) ? candidates[0] : undefined)
}

function lastWord(states: string[]): FinalState | undefined {
  const bad = states.find((state) => state !== 'sent' && state !== 'delivered')
  if (bad) return bad as FinalState
  return states.every((state) => state === 'delivered') ? 'delivered' : undefined
}

/** Seconds until a receipt without a message is looked at again; null: it is nobody's. */
function waitFor({ receivedAt }: DeliveryReceipt, now: DateTime) {
  const age = now.diff(receivedAt).as('hours')
  if (age > 72) return null
  if (age > 1) return 3600
  return age > 1 / 60 ? 60 : 5
}
