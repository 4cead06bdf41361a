import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { tellByHand } from '../follow_up/by_hand.ts'
import { stamp } from '#shared/dates/stored'
import { Message, RENEWED } from '../models/message.ts'
import { FAULT_OF, stops, type SilenceReason } from '../models/silence.ts'
import { ended } from '../message_states.ts'
import { ENDS, TELLS_SECRET } from '../message_events.ts'

interface Doubtful {
  id: number
  event: string
  reason: SilenceReason | null
}

/**
 * Of the messages that were claimed, those that may leave. The others end here, before anything is
 * sent: they are for a telephone that is somebody else's or wants no texts, or they tell a secret
 * that opens nothing any more. One look for all of them, at what the rows say now.
 */
export async function withoutSuppressed(claimed: Message[]): Promise<Message[]> {
  if (claimed.length === 0) return claimed
  const withheld = new Map<number, string>()
  for (const row of await doubtful(claimed.map(({ id }) => id))) {
    const fault = faultOf(row)
    // Somebody else's telephone is the graver of two reasons.
    if (fault && withheld.get(row.id) !== FAULT_OF.wrongNumber) withheld.set(row.id, fault)
  }
  const stopped = claimed.filter(({ id }) => withheld.has(id))
  for (const [fault, messages] of Map.groupBy(stopped, ({ id }) => withheld.get(id)!)) {
    if (fault === FAULT_OF.wrongNumber) await endAtWrongNumber(messages)
    else await end(messages, fault)
  }
  return claimed.filter(({ id }) => !withheld.has(id))
}

async function doubtful(ids: number[]): Promise<Doubtful[]> {
  return db
    .from('messages')
    .leftJoin('silences', (same) => {
      same
        .on('silences.recipient_index', 'messages.recipient_index')
        .andOn('silences.authority_id', 'messages.authority_id')
        .andOn('silences.channel', 'messages.channel')
        .andOnNull('silences.lifted_at')
    })
    .whereIn('messages.id', ids)
    .where((some) =>
      some
        .whereNotNull('silences.id')
        .orWhere((renewed) =>
          renewed.whereIn('messages.event', [...TELLS_SECRET]).whereNull('messages.sealed')
        )
    )
    .select('messages.id', 'messages.event', 'silences.reason')
}

function faultOf({ event, reason }: Doubtful) {
  if (reason === null) return RENEWED
  return stops(reason, event) ? FAULT_OF[reason] : null
}

/** The number may have turned out wrong while the petition ended: then nobody knew that of the other. */
async function endAtWrongNumber(messages: Message[]) {
  const ends = messages.filter(({ event }) => ENDS.includes(event))
  await transaction(async (trx) => {
    await end(messages, FAULT_OF.wrongNumber, trx)
    await tellByHand([...new Set(ends.map(({ petitionId }) => petitionId!))], trx)
  })
}

async function end(messages: Message[], fault: string, trx?: TransactionClientContract) {
  const state = fault === RENEWED ? 'cancelled' : 'suppressed'
  await Message.query({ client: trx })
    .whereIn(
      'id',
      messages.map(({ id }) => id)
    )
    .whereIn('claimed_by', [...new Set(messages.map(({ claimedBy }) => claimedBy!))])
    .where('state', 'sending')
    .update({ ...ended(state, stamp(DateTime.utc())), fault })
}
