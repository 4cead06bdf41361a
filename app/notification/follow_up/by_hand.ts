import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { toldOfEach, type Told } from '#intake'
import { moment, type Stored } from '#shared/dates/stored'
import { Message, NO_WAY } from '../models/message.ts'
import { MISSED } from '../message_states.ts'
import { ENDS } from '../message_events.ts'
import { openLetters } from '../post/open_letters.ts'

/** A letter or a visit, instead of what reaches nobody. */
export const HAND = { channel: 'hand', recipient: '', suppressed: NO_WAY } as const

/**
 * A telephone of these petitions is somebody else's. Where a petition ended and nothing else told its
 * petitioner so, the bureau has to write or to go there: one such task for one end, however often and
 * by whichever way the number turns out wrong.
 */
export async function tellByHand(petitionIds: number[], trx: Trx) {
  const ends = await endsOf(petitionIds, trx)
  if (ends.size === 0) return
  const ids = [...ends.keys()]
  const everyone = await toldOfEach(ids, trx)
  const reached = await reachedSince(ends, trx)
  const untold = everyone.filter(
    (told) =>
      told.canBeFound && !reached.has(told.petitionId) && isUntold(ends.get(told.petitionId)!, told)
  )
  const tasks = untold.map(({ petitionId }) => ({
    ...ends.get(petitionId)!.at(-1)!.first,
    ...HAND,
  }))
  await Message.queueOnce(tasks, trx)
  await openLetters(tasks, trx)
}

/** What told that they ended, by petition. */
async function endsOf(petitionIds: number[], trx: Trx) {
  if (petitionIds.length === 0) return new Map<number, Message[]>()
  const ends = await Message.query({ client: trx })
    .whereIn('petition_id', petitionIds)
    .whereIn('event', [...ENDS])
    .orderBy('id')
  return Map.groupBy(ends, ({ petitionId }) => petitionId!)
}

/** Those whose petitioner somebody has spoken to since the end. */
async function reachedSince(ends: Map<number, Message[]>, trx: Trx) {
  const calls: { petition_id: number; made_at: Stored }[] = await trx
    .from('calls')
    .whereIn('petition_id', [...ends.keys()])
    .where('result', 'reached')
    .select('petition_id', 'made_at')
  const since = calls.filter(
    (call) => moment(call.made_at) >= ends.get(call.petition_id)![0]!.createdAt
  )
  return new Set(since.map((call) => call.petition_id))
}

/**
 * An e-mail that has not failed tells it; one that failed was the petitioner's way, and leaves a letter.
 * Whoever wants no texts knows where to look, and is left in peace.
 */
function isUntold(end: Message[], { phone, declinesTexts }: Told) {
  const left = end.filter(({ channel, state }) => channel === 'email' && state !== 'suppressed')
  if (left.length === 0) return !(phone && declinesTexts)
  return left.every(({ state }) => MISSED.includes(state))
}
