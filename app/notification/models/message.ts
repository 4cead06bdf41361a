import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { MessageSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Channel } from '../channel.ts'
import { insert } from '#shared/database/insert'
import { stamp } from '#shared/dates/stored'
import { ended, FINAL, MISSED, WAITING, type MessageState } from '../message_states.ts'
import { TELLS_SECRET, type MessageEvent } from '../message_events.ts'
import { failureReason } from '../monitoring/failure_reason.ts'
import { asRow, type NewMessage } from '../outbox/new_message.ts'
import type { Placeholders } from '../templates/placeholders.ts'
import type { Wording } from '../templates/wording.ts'
import { beforeMessage, IN_ORDER } from './message_order.ts'

/** No text and no e-mail reaches the petitioner. */
export const NO_WAY = 'no_way'

/** On a page of one petition. */
const MOST_SHOWN = 100

/** Its secret opens nothing any more. */
export const RENEWED = 'secret_renewed'

/** Its telephone is not the petition's any more. */
export const REPLACED = 'telephone_replaced'

/** Why we did not send it at all, by its fault; a state of its own for people. */
const SUPPRESSED_STATES: Record<string, string> = {
  mail_off: 'mailOff',
  training_number_outside: 'training',
  declined: 'declined',
  [NO_WAY]: 'noWay',
  wrong_number: 'wrongNumber',
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
  declare channel: Channel

  /** The authority's own words; of a message that was claimed to be sent, and null without any. */
  declare wording?: Wording | null
  /** The name under which its authority sends; of a message that was claimed to be sent. */
  sender?: string
  /** Those for when the promised day has passed. */
  declare lateWording?: Wording | null

  /** Puts messages into the outbox: one statement, in the transaction of what they tell of. */
  static async queue(messages: NewMessage[], trx: TransactionClientContract) {
    if (messages.length === 0) return
    const now = DateTime.utc()
    const rows = messages.map((message) => asRow(message, now))
    await insert('messages', rows, trx)
  }

  /** The same, without those that are there already: also while another process is at it. */
  static async queueOnce(messages: NewMessage[], trx: TransactionClientContract) {
    if (messages.length === 0) return
    const now = DateTime.utc()
    const rows = messages.map((message) => asRow(message, now))
    await trx.insertQuery().table('messages').multiInsert(rows).knexQuery.onConflict().ignore()
  }

  /** Puts one into the outbox and gives its id: on a cluster the highest id is not the newest. */
  static async queueOne(message: NewMessage, trx: TransactionClientContract): Promise<number> {
    const [id] = await trx.table('messages').insert(asRow(message, DateTime.utc()))
    return id
  }

  /**
   * The petition has another secret: what waits with the old one is not sent any more, and what did
   * not arrive with it is nobody's task. What is being sent just now loses it too: should that fail,
   * it is not tried again (dispatch/suppression.ts).
   */
  static async dropSecrets({ id }: { id: number }, trx: TransactionClientContract) {
    const own = () =>
      trx
        .from('messages')
        .where('petition_id', id)
        .whereIn('event', [...TELLS_SECRET])
    const end = { ...ended('cancelled', stamp(DateTime.utc())), fault: RENEWED }
    await own()
      .whereIn('state', [...WAITING])
      .update(end)
    await own().where('state', 'sending').update({ sealed: null })
    await own().whereNotNull('missed_at').update({ missed_at: null })
  }

  /**
   * What the petitioner was told, the newest first, a hundred at most: from the newest step on, in the
   * order of the unique key, which finds them however many there are.
   *
   * @param before id of the message behind which they begin
   * @returns `older`: the id behind which those before them begin; null: there are none
   */
  static async of({ id }: { id: number }, before = '') {
    const last = /^\d{1,10}$/.test(before)
      ? await this.query().where({ id: before, petition_id: id }).first()
      : null
    const query = this.query().where('petition_id', id)
    if (last) beforeMessage(last, query)
    for (const one of IN_ORDER) query.orderBy(one, 'desc')
    const found = await query.limit(MOST_SHOWN + 1)
    const messages = found.slice(0, MOST_SHOWN)
    const older = found.length > MOST_SHOWN ? messages.at(-1)!.id : null
    return { messages: messages.sort((one, other) => other.id - one.id), older }
  }

  /** Enough to recognise one's own number or address. */
  get maskedRecipient() {
    if (this.channel === 'hand') return ''
    if (this.channel === 'sms') return PhoneNumber.parse(this.recipient)?.masked ?? ''
    return this.recipient.replace(/^(.)[^@]*/, '$1***')
  }

  /** The state as people name it; under `notification.state` in the language files. */
  get words() {
    if (this.state === 'suppressed') return SUPPRESSED_STATES[this.fault ?? ''] ?? 'suppressed'
    if (this.isHeld) return 'held'
    return this.state === 'sent' && this.channel === 'email' ? 'posted' : this.state
  }

  /** Not sent so far, for the night for example, and therefore not sent again either. */
  get isHeld() {
    return this.state === 'waiting' && this.attempts === 0
  }

  get isFinal() {
    return (FINAL as readonly MessageState[]).includes(this.state)
  }

  /** What pages say of it; not where to. */
  get facts() {
    const { id, event, channel, state, words, at, sentAt, finalAt, createdAt, nextAt, task } = this
    const { attempts: tries, gateway } = this
    return {
      ...{ id, event, channel, state, words, at, sentAt, finalAt, createdAt, task, tries, gateway },
      failureReason: failureReason(this),
      nextAt: state === 'waiting' ? nextAt : null,
    }
  }

  /** Whether it ended, and the petitioner most probably does not know what it told. */
  get mayBeSentAgain() {
    return MISSED.includes(this.state) || this.state === 'unknown'
  }

  /** The same once more, as it is put into the outbox. */
  get again(): NewMessage {
    return { ...this.first, version: this.version + 1 }
  }

  /** What it says, as it was put into the outbox for the first time; a secret is told once. */
  get first(): NewMessage {
    const { authorityId, petitionId, stepId, event, channel, locale, recipient } = this
    const placeholders = this.placeholders
    return {
      ...{ authorityId, petitionId, stepId, event, channel, locale, recipient },
      ...{ placeholders, secret: null },
    }
  }

  /** Whose turn it is on the list of those to be called; null when nobody has to. */
  get task() {
    return this.missedAt && String(this.missedAt.toUnixInteger())
  }

  /** When something last happened to it. */
  get at() {
    return this.finalAt ?? this.sentAt ?? this.createdAt
  }
}
