import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { ALARMS, type MessageEvent } from '../message_events.ts'
import type { Message } from '../models/message.ts'

/** The test of a gateway, letters that an officer sends to an office, and what no cap holds back. */
const UNCOUNTED: readonly MessageEvent[] = ['test', 'outsideLetter', ...ALARMS]

interface SentToday {
  id: number
  event: string
  state: string
  recipient_index: string
}

/** Kişi başına günlük sınır: how many messages one number or address gets in 24 hours. */
export class DailyCap {
  /** @param most 0: as many as there are. @throws RangeError when it is no count */
  constructor(private readonly most: number) {
    if (!Number.isInteger(most) || most < 0) {
      throw new RangeError(`The daily cap is a whole number of texts, 0 for none, not ${most}`)
    }
  }

  /** Of claimed messages those that are one too many; what is held for the night is not counted. */
  async over(messages: Message[], asleep: ReadonlyMap<number, unknown>, now: DateTime) {
    const counted = messages.filter(
      ({ id, event }) => !UNCOUNTED.includes(event) && !asleep.has(id)
    )
    if (this.most === 0 || counted.length === 0) return []
    const leaving = (await sentToday(counted, now)).filter(({ id }) => !asleep.has(id))
    const today = Map.groupBy(leaving, (sent) => sent.recipient_index)
    return counted.filter((message) => {
      const alike = today.get(message.recipientIndex)?.filter((sent) => goesBefore(sent, message))
      return (alike?.length ?? 0) >= this.most
    })
  }
}

/** What leaves today was put into the outbox so many days ago at the earliest: it lasts for two. */
const OLDEST = 4

/** What went to these numbers in the last 24 hours, and what is going just now. */
async function sentToday(messages: Message[], now: DateTime): Promise<SentToday[]> {
  const numbers = new Set(messages.map(({ recipientIndex }) => recipientIndex))
  return db
    .from('messages')
    .select('id', 'event', 'state', 'recipient_index')
    .whereIn('recipient_index', [...numbers])
    .where('created_at', '>=', stamp(now.minus({ days: OLDEST })))
    .whereNotIn('event', [...UNCOUNTED])
    .where((today) =>
      today.where('sent_at', '>=', stamp(now.minus({ days: 1 }))).orWhere('state', 'sending')
    )
}

/**
 * Whether it uses up the message's share of the day. Receipts are counted by themselves: anybody can
 * hand in petitions with anybody's number, and must not be able to keep from its holder what moves in
 * theirs.
 */
function goesBefore(sent: SentToday, { id, event }: Message) {
  const isAlike = (sent.event === 'received') === (event === 'received')
  return isAlike && (sent.state !== 'sending' || sent.id < id)
}
