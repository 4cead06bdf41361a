import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { moment, stamp } from '#shared/dates/stored'
import { WAITING } from '../message_states.ts'
import { LONGEST_WAIT } from '../outbox/due.ts'
import { aged } from './aged.ts'

/** Counted no further: more than so many is simply more. */
export const MOST_COUNTED = 100

/** What waits for this gateway, also for another try, and since when the oldest of it. */
export async function queueOf(position: number) {
  const now = DateTime.utc()
  const waiting = db
    .from('messages')
    .select('created_at', 'next_at')
    .where({ channel: 'sms', position })
    .where('next_at', '<=', stamp(now.plus(LONGEST_WAIT)))
    .whereIn('state', [...WAITING])
    .orderBy('next_at')
    .limit(MOST_COUNTED + 1)
  const [row] = await db
    .from(waiting.as('waiting'))
    .count('* as count')
    .min('created_at as oldest')
    .select(db.raw('sum(case when next_at > ? then 1 else 0 end) as later', [stamp(now)]))
  const count = Number(row.count)
  return {
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
    // Those to be tried again stand behind all that is due: of more than these nobody knows how many.
    later: count > MOST_COUNTED ? 0 : Number(row.later ?? 0),
    oldest: row.oldest === null ? null : aged(moment(row.oldest), now),
  }
}
