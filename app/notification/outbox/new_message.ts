import encryption from '@adonisjs/core/services/encryption'
import type { DateTime, DurationLike } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { recipientIndex, type Channel } from '../channel.ts'
import { priorityOf, type MessageEvent } from '../message_events.ts'
import { standing, type Placeholders } from '../templates/placeholders.ts'

/** One message as it is put into the outbox. */
export interface NewMessage {
  authorityId: number
  /** Null: it tells of no petition. */
  petitionId: number | null
  stepId: number | null
  event: MessageEvent
  channel: Channel
  locale: string
  recipient: string
  placeholders: Placeholders
  secret: string | null
  /** How often it was said before, and one. */
  version?: number
  /** Why it will not be sent at all. */
  suppressed?: string
  /** After which nobody wants it any more; two days when absent. */
  lastsFor?: DurationLike
  /** Anybody could have caused it, with anybody's telephone or address. */
  byStranger?: boolean
  /** The only gateway that may send it, and its place. */
  through?: { gateway: string; position: number }
}

/** Nobody wants to hear later that their petition moved two days ago. */
const WORTH_SENDING = { hours: 48 }

/** Its row in the outbox; what is not sent at all is there to be seen. */
export function asRow({ suppressed, secret, recipient, ...message }: NewMessage, now: DateTime) {
  return {
    authority_id: message.authorityId,
    petition_id: message.petitionId,
    step_id: message.stepId,
    event: message.event,
    channel: message.channel,
    locale: message.locale,
    recipient: encryption.encrypt(recipient),
    recipient_index: recipientIndex(message.channel, recipient),
    version: message.version ?? 1,
    state: suppressed ? 'suppressed' : 'queued',
    placeholders: JSON.stringify(standing(message.placeholders)),
    sealed: secret && !suppressed ? encryption.encrypt(secret) : null,
    attempts: 0,
    unanswered: 0,
    priority: priorityOf(message.event),
    by_stranger: message.byStranger ?? false,
    fault: suppressed ?? null,
    next_at: suppressed ? null : stamp(now),
    final_at: suppressed ? stamp(now) : null,
    missed_at: message.channel === 'hand' ? stamp(now) : null,
    expires_at: stamp(now.plus(message.lastsFor ?? WORTH_SENDING)),
    position: message.through?.position ?? 0,
    bound_to: message.through?.gateway ?? null,
    created_at: stamp(now),
  }
}
