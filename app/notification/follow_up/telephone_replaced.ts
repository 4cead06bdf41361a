import type { TelephoneReplaced } from '#intake'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { recipientIndex } from '../channel.ts'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { ALARMS, ENDS, TELLS_SECRET } from '../message_events.ts'
import { ended, WAITING } from '../message_states.ts'
import { Message, REPLACED } from '../models/message.ts'
import { recipients } from '../recipients.ts'
import { tellByHand } from './by_hand.ts'

/**
 * A petition has another telephone: what waits for the old one ends here and is told to the new one, a
 * code excepted, which is made anew. What is being sent just now is not tried again: should it fail, it
 * is a task of the bureau. Nothing is lost where there is no telephone any more: an end is told by hand.
 */
export async function followTheTelephone({ petition, before, petitioner, trx }: TelephoneReplaced) {
  if (!before) return
  const now = stamp(DateTime.utc())
  const toTheOld = () =>
    Message.query({ client: trx })
      .where({ petition_id: petition.id, channel: 'sms' })
      .where('recipient_index', recipientIndex('sms', before))
      .whereNotIn('event', [...ALARMS, 'telephoneChanged'])
  const waiting = await toTheOld().whereIn('state', [...WAITING])
  await toTheOld()
    .whereIn('state', [...WAITING])
    .update({ ...ended('cancelled', now), fault: REPLACED })
  await toTheOld().where('state', 'sending').update({ expires_at: now })

  const text = recipients(petitioner).find(({ channel }) => channel === 'sms')
  const news = waiting.filter(({ event }) => !TELLS_SECRET.includes(event))
  if (text) await Message.queueOnce(toldTo(text, news), trx)
  else if (news.some(({ event }) => ENDS.includes(event))) await tellByHand([petition.id], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}

/** The same once more, to another recipient. */
function toldTo(text: { recipient: string; suppressed?: string }, messages: Message[]) {
  return messages.map((message) => ({ ...message.again, ...text }))
}
