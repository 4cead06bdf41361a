import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { MOST_COUNTED } from '../monitoring/queue.ts'

/** Receipts find their message within moments; so long none is a stranger. */
const STRANGE_AFTER = { minutes: 1 }

/** Receipts for ids that nobody knows: many of them, and the base of the ids is set wrongly. */
export async function unmatchedReceipts(gateway: string) {
  const before = stamp(DateTime.utc().minus(STRANGE_AFTER))
  const waiting = db
    .from('delivery_receipts')
    .select('id')
    .whereNotNull('next_at')
    .where('gateway', gateway)
    .where('received_at', '<', before)
    .limit(MOST_COUNTED + 1)
  const [{ count }] = await db.from(waiting.as('strangers')).count('* as count')
  return { count: Math.min(Number(count), MOST_COUNTED), more: Number(count) > MOST_COUNTED }
}
