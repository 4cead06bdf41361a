import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { again, transaction } from '#shared/database/transaction'
import { receiptWakeUp } from '../dispatch/wake_up.ts'
import { stamp } from '#shared/dates/stored'
import type { Receipt } from '#sms'
import { recipientIndex } from '../channel.ts'
import { Batch } from '../outbox/batch.ts'
import { conclude, isLast, tryLater, type Match } from './conclusion.ts'
import { partOf, Repeats, type ReceiptRow } from './receipt_match.ts'
import { A_PAGE, dueReceipts, partsOf, understoodLately } from './receipt_search.ts'

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

  /** Writes on the messages what the receipts say; true when it got on and there may be more. */
  async match(): Promise<boolean> {
    const now = DateTime.utc()
    const due = await dueReceipts(this.gateway, now)
    if (due.length === 0) return false

    const parts = Map.groupBy(await partsOf(this.gateway, due), (part) => part.remote_id)
    const repeats = new Repeats(await understoodLately(this.gateway, due, now))
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
      const decided = isLast(receipt) && part?.state === 'sent' ? { ...part } : null
      if (decided) part!.state = receipt.state
      matches.push({ receipt, partId, decided })
      repeats.add(receipt, partId)
    }
    if (matches.length > 0) await transaction((trx) => conclude(matches, now, trx))
    const putOff = await tryLater(strangers, now)
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
}
