import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { union } from '#shared/database/union'
import { stamp } from '#shared/dates/stored'
import type { Route } from '../dispatch/route.ts'
import { HOLD_REASONS } from '../limits/hold.ts'
import { AT_MOST_ONCE, PRIORITY } from '../message_events.ts'
import { CLAIMABLE, WAITING, type MessageState } from '../message_states.ts'
import { Message } from '../models/message.ts'
import { SENDS_IN_DOUBT } from './retry_policy.ts'

/** Which messages of a position are looked for. */
export interface Wanted {
  most: number
  /** Ids that are under way here already, whatever the rows say. */
  except: number[]
  /** Of the gateway whose messages they are: our own, or one that we stand in for. */
  position: number
  /** Whatever is due; what may have gone out through this gateway, also before it is due; what tests it. */
  which: 'due' | 'unanswered' | 'tests'
}

/** Messages of a gateway that cannot are its own to probe with, before somebody stands in for it. */
const FIRST_PICK = { seconds: 2 }

/** Nothing waits longer; receipts are waited for much longer and need not be passed over each time. */
export const LONGEST_WAIT = { days: 1 }

/** Of a message, to send it. */
const NEEDED = [
  ...['id', 'authority_id', 'petition_id', 'event', 'channel', 'locale'],
  ...['recipient', 'recipient_index', 'placeholders', 'sealed', 'attempts', 'unanswered'],
  ...['expires_at', 'created_at', 'state', 'bound_to', 'fault', 'by_stranger', 'priority'],
]

/** What may be claimed now: what somebody waits for comes first, then what waits longest. */
export async function dueMessages(route: Route, now: DateTime, wanted: Wanted): Promise<Message[]> {
  const { most, except, position, which } = wanted
  if (which === 'unanswered') {
    return unanswered(route, now).select(NEEDED).whereNotIn('id', except).limit(most)
  }
  const by = position === route.position ? now : now.minus(FIRST_PICK)
  // As many of each priority at most as are wanted of all, each read from its own range of the index:
  // sorting seventeen thousand that wait would take longer than sending one.
  const each = Object.values(PRIORITY).map((priority) => {
    const due = dueOf(route, priority, position, by).whereNotIn('id', except).limit(most)
    return which === 'tests' ? due.where({ event: 'test', bound_to: route.gateway }) : due
  })
  const rows: { priority: number }[] = await union(each)
  const first = rows.sort((a, b) => a.priority - b.priority).slice(0, most)
  return Message.$createMultipleFromAdapterResult(first)
}

/** What may have gone out through this gateway, nobody knows. */
export function unanswered(
  { channel, position, gateway }: Route,
  now: DateTime,
  states: readonly MessageState[] = WAITING
) {
  return (
    Message.query()
      .where({ channel, position, bound_to: gateway })
      .whereNot('event', 'test')
      .whereIn('state', [...states])
      .where('next_at', '<=', stamp(now.plus(LONGEST_WAIT)))
      // What we hold back ourselves nobody tries before its time.
      .where((tried) => tried.whereNull('fault').orWhereNotIn('fault', [...HOLD_REASONS]))
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
  )
}

/** What another gateway may have sent already is left to that one. */
function dueOf({ channel, gateway }: Route, priority: number, position: number, by: DateTime) {
  return db
    .from('messages')
    .select(NEEDED)
    .where({ channel, position, priority })
    .where('next_at', '<=', stamp(by))
    .whereIn('state', [...CLAIMABLE])
    .where((ours) => ours.whereNull('bound_to').orWhere('bound_to', gateway))
    .where((ours) => ours.whereNot('state', 'sending').orWhere('gateway', gateway))
    .whereNot((lost) => lost.where('state', 'sending').where(mayNotGoAgain))
    .orderBy([{ column: 'next_at' }, { column: 'id' }])
}

/** It may have been sent, and may not be sent again. */
export function mayNotGoAgain(half: DatabaseQueryBuilderContract) {
  half.whereIn('event', [...AT_MOST_ONCE]).orWhere('unanswered', '>=', SENDS_IN_DOUBT - 1)
}
