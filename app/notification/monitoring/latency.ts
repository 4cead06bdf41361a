import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { moment, stamp, type Stored } from '#shared/dates/stored'

/** Of the texts that ended last, however they did: among a storm of failures nobody looks for more. */
const LATEST = 200

interface Ended {
  gateway: string
  state: string
  sent_at: Stored
  final_at: Stored
}

/** Seconds from the operator's yes to the telephone's, of the texts of a day that arrived last. */
export async function latenciesOf(authorityId: number) {
  const rows: Ended[] = await db
    .from('messages')
    .select('gateway', 'state', 'sent_at', 'final_at')
    .where('authority_id', authorityId)
    .where('final_at', '>=', stamp(DateTime.utc().minus({ days: 1 })))
    .where('channel', 'sms')
    .orderBy('final_at', 'desc')
    .limit(LATEST)
  const delivered = rows.filter(({ state }) => state === 'delivered')
  const seconds = delivered.map(({ gateway, sent_at: sent, final_at: final }) => ({
    gateway,
    seconds: moment(final).diff(moment(sent)).as('seconds'),
  }))
  return Map.groupBy(seconds, ({ gateway }) => gateway)
}

export function latencyOf(receipts: { seconds: number }[]) {
  if (receipts.length === 0) return null
  const sorted = receipts.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!
  return { median: at(0.5), slow: at(0.95), of: sorted.length }
}
