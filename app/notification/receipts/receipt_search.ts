import type { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { DeliveryReceipt } from '../models/delivery_receipt.ts'
import { MessagePart } from '../models/message_part.ts'
import {
  idsOf,
  isToTheSame,
  REPEATED_WITHIN,
  type PartRow,
  type ReceiptRow,
  type Understood,
} from './receipt_match.ts'

export const A_PAGE = 200

/** What of one gateway's receipts is to be looked at now. */
export function dueReceipts(gateway: string, now: DateTime) {
  return DeliveryReceipt.query()
    .select('id', 'remote_id', 'other_ids', 'state', 'done', 'recipient_index')
    .select('received_at', 'next_at')
    .where('next_at', '<=', stamp(now))
    .where({ gateway })
    .orderBy([{ column: 'next_at' }, { column: 'id' }])
    .limit(A_PAGE)
    .pojo<ReceiptRow>()
}

/** What was understood lately under the ids of these. */
export function understoodLately(gateway: string, receipts: ReceiptRow[], now: DateTime) {
  return DeliveryReceipt.query()
    .select('remote_id', 'state', 'done', 'recipient_index', 'part_id')
    .where({ gateway })
    .whereIn('remote_id', [...new Set(receipts.map((receipt) => receipt.remote_id))])
    .whereNotNull('part_id')
    .where('received_at', '>', stamp(now.minus(REPEATED_WITHIN)))
    .orderBy('id', 'desc')
    .pojo<Understood>()
}

/** Guesses are looked up only for receipts whose own id is nobody's of that telephone. */
export async function partsOf(gateway: string, receipts: ReceiptRow[]) {
  const own = await parts(
    gateway,
    receipts.map((receipt) => receipt.remote_id)
  )
  const known = Map.groupBy(own, (part) => part.remote_id)
  const isKnown = (receipt: ReceiptRow) =>
    known.get(receipt.remote_id)?.some((part) => isToTheSame(part, receipt))
  const strange = receipts.filter((receipt) => !isKnown(receipt))
  const guesses = strange.flatMap((receipt) => idsOf(receipt).slice(1))
  return guesses.length > 0 ? [...own, ...(await parts(gateway, guesses))] : own
}

function parts(gateway: string, ids: string[]) {
  return MessagePart.query()
    .select('message_parts.*', 'messages.recipient_index')
    .join('messages', 'messages.id', 'message_parts.message_id')
    .where('message_parts.gateway', gateway)
    .whereIn('message_parts.remote_id', [...new Set(ids)])
    .orderBy('message_parts.id', 'desc')
    .pojo<PartRow>()
}
