import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import type { Route } from '../dispatch/route.ts'
import { AT_MOST_ONCE } from '../message_events.ts'
import { CLAIMABLE, ended, type MessageState } from '../message_states.ts'
import { Message } from '../models/message.ts'
import { mayNotGoAgain } from './due.ts'
import { NO_ANSWER, outOfTime, SENDS_IN_DOUBT } from './retry_policy.ts'

const A_PAGE = 200

/**
 * Ends what nobody wants to hear any more, what may not be sent twice, and what no receipt came for.
 *
 * @param except ids that are under way here: their own outcome ends them
 */
export async function endOverdue(route: Route, except: number[]) {
  const now = DateTime.utc()
  for (;;) {
    const late = await overdue(route, now).whereNotIn('id', except)
    for (const [fate, messages] of Map.groupBy(late, fateOf)) {
      const ids = messages.map(({ id }) => id)
      const fault = fate === NO_ANSWER ? { fault: NO_ANSWER } : {}
      const end = ended(fate === NO_ANSWER ? 'failed' : fate, stamp(now))
      await transaction((trx) =>
        Message.query({ client: trx })
          .whereIn('id', ids)
          .where('next_at', '<=', stamp(now))
          .whereIn('state', ['sent', ...CLAIMABLE])
          .update({ ...end, ...fault })
      )
    }
    if (late.length < A_PAGE) return
  }
}

function overdue({ channel, position }: Route, now: DateTime) {
  return Message.query()
    .select('id', 'event', 'state', 'attempts', 'unanswered')
    .where({ channel, position })
    .where('next_at', '<=', stamp(now))
    .where((over) =>
      over
        .where('state', 'sent')
        .orWhere('expires_at', '<=', stamp(now))
        .orWhere((lost) => lost.where('state', 'sending').where(mayNotGoAgain))
    )
    .orderBy('next_at')
    .limit(A_PAGE)
}

function fateOf(message: Message): MessageState | typeof NO_ANSWER {
  const { event, state, attempts, unanswered } = message
  if (state === 'sent') return 'unknown'
  if (state === 'sending' && AT_MOST_ONCE.includes(event)) return 'failed'
  if (state === 'sending' && unanswered >= SENDS_IN_DOUBT - 1) return NO_ANSWER
  return outOfTime(attempts)
}
