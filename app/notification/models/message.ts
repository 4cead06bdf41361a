import encryption from '@adonisjs/core/services/encryption'
import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { MessageSchema } from '#database/schema'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/phone_number'
import { stamp } from '../clock.ts'
import type { MessageState } from '../states.ts'
import type { MessageEvent } from '../told.ts'
import type { Wording } from '../wording/wording.ts'

export type MessageChannel = 'sms' | 'email'

/** What a text is filled with. Never a name, a subject, a unit or an answer. */
export interface Placeholders {
  /** As people read it: 26 0481 2079. */
  number: string
  /** The promised day, ISO. */
  dueOn: string
}

/** One message as it is put into the outbox. */
export interface NewMessage {
  authorityId: number
  /** Null: it tells of no petition. */
  petitionId: number | null
  stepId: number | null
  event: MessageEvent
  channel: MessageChannel
  locale: string
  recipient: string
  placeholders: Placeholders
  secret: string | null
  /** Why it will not be sent at all. */
  suppressed?: string
}

/** Nobody wants to hear later that their petition moved two days ago. */
const WORTH_SENDING = { hours: 48 }

/** A column whose value nobody reads in the database or its backup. */
const sealedColumn = {
  prepare: (value: string | null) => (value ? encryption.encrypt(value) : null),
  consume: (value: string | null) => (value ? encryption.decrypt<string>(value) : null),
}

/** Mesaj: one text to one phone or address, from queued to delivered. */
export class Message extends MessageSchema {
  @column(sealedColumn)
  declare recipient: string

  /** The petition's secret while it is still to be told; blanked as soon as it was. */
  @column(sealedColumn)
  declare sealed: string | null

  @column({
    prepare: (value: Placeholders) => JSON.stringify(value),
    consume: (value: string) => JSON.parse(value),
  })
  declare placeholders: Placeholders & string

  declare state: MessageState
  declare event: MessageEvent
  declare channel: MessageChannel

  /** The authority's own words; of a message that was claimed to be sent, and null without any. */
  declare wording?: Wording | null

  /** Puts messages into the outbox: one statement, in the transaction of what they tell of. */
  static async queue(messages: NewMessage[], trx: TransactionClientContract) {
    if (messages.length === 0) return
    const now = DateTime.utc()
    await trx.table('messages').multiInsert(messages.map((message) => asRow(message, now)))
  }

  /** What the petitioner was told, the newest first. */
  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).orderBy('id', 'desc').limit(100)
  }

  /** Enough to recognise one's own number or address. */
  get maskedRecipient() {
    if (this.channel === 'sms') return PhoneNumber.parse(this.recipient)?.masked ?? ''
    return this.recipient.replace(/^(.)[^@]*/, '$1***')
  }

  /** The state as people name it; under `notification.state` in the language files. */
  get words() {
    if (this.state === 'suppressed') return this.fault === 'mail_off' ? 'mailOff' : 'training'
    return this.state === 'sent' && this.channel === 'email' ? 'posted' : this.state
  }

  /** When something last happened to it. */
  get at() {
    return this.finalAt ?? this.sentAt ?? this.createdAt
  }
}

/** What a recipient is found by without being read. */
export function recipientIndex(channel: MessageChannel, recipient: string) {
  if (channel === 'sms') return blindIndex('phone', recipient)
  return blindIndex('email', recipient.toLowerCase())
}

function asRow({ suppressed, secret, recipient, ...message }: NewMessage, now: DateTime) {
  return {
    authority_id: message.authorityId,
    petition_id: message.petitionId,
    step_id: message.stepId,
    event: message.event,
    channel: message.channel,
    locale: message.locale,
    recipient: encryption.encrypt(recipient),
    recipient_index: recipientIndex(message.channel, recipient),
    version: 1,
    state: suppressed ? 'suppressed' : 'queued',
    placeholders: JSON.stringify(message.placeholders),
    sealed: secret && !suppressed ? encryption.encrypt(secret) : null,
    attempts: 0,
    fault: suppressed ?? null,
    next_at: suppressed ? null : stamp(now),
    final_at: suppressed ? stamp(now) : null,
    expires_at: stamp(now.plus(WORTH_SENDING)),
    created_at: stamp(now),
  }
}
