import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { ISTANBUL } from '#shared/dates/turkish_date'
import { type DailyCeiling } from './daily_ceiling.ts'
import { stamp } from '../clock.ts'
import type { Message } from '../models/message.ts'
import { AT_HAND } from '../message_events.ts'

/** So long a person waits awake; what was held up for longer may wait for the morning. */
const JUST_NOW = { minutes: 15 }

export interface RestraintSettings {
  /** "21:00-08:00", in Türkiye; or "none". */
  quietHours?: string
  /** Texts a day to one number; 0: as many as there are. */
  dailyCap?: number
}

/** What a message has to wait for although it could leave. */
export interface Hold {
  until: DateTime
  why: 'quiet_hours' | 'daily_cap' | 'daily_ceiling'
}

/** When a citizen is left in peace, and strangers are kept from causing too much. All are settings. */
export class Restraint {
  readonly #quiet: QuietHours | null
  readonly #cap: number | undefined

  /** @throws RangeError when the hours are not written as "21:00-08:00", or the cap is no count */
  constructor(
    { quietHours = 'none', dailyCap }: RestraintSettings = {},
    private readonly ceiling: DailyCeiling | null = null
  ) {
    this.#quiet = quietHours === 'none' ? null : QuietHours.parse(quietHours)
    if (dailyCap !== undefined && !(Number.isInteger(dailyCap) && dailyCap >= 0)) {
      throw new RangeError(`The daily cap is a whole number of texts, 0 for none, not ${dailyCap}`)
    }
    this.#cap = dailyCap
  }

  /** Of claimed messages those that have to wait, by their ids; asks the database once for all. */
  async holds(messages: Message[]): Promise<Map<number, Hold>> {
    const now = DateTime.utc()
    const night = this.#quiet?.end(now)
    const asleep = night ? messages.filter((message) => !isAwaited(message, now)) : []
    const holds = new Map<number, Hold>()
    for (const { id } of asleep) holds.set(id, { until: night!, why: 'quiet_hours' })
    const later = now.plus({ hours: 6 })
    for (const { id } of await this.#tooMany(messages, holds, now)) {
      holds.set(id, { until: later, why: 'daily_cap' })
    }
    const leaving = messages.filter(({ id }) => !holds.has(id))
    for (const { id } of (await this.ceiling?.over(leaving)) ?? []) {
      holds.set(id, { until: this.ceiling!.tomorrow(now), why: 'daily_ceiling' })
    }
    return holds
  }

  /** What is held for the night leaves nothing for others to count. */
  async #tooMany(messages: Message[], asleep: Map<number, Hold>, now: DateTime) {
    const cap = this.#cap
    const counted = messages.filter(({ id, event }) => event !== 'test' && !asleep.has(id))
    if (!cap || counted.length === 0) return []
    const leaving = (await sentToday(counted, now)).filter(({ id }) => !asleep.has(id))
    const today = Map.groupBy(leaving, (sent) => sent.recipient_index)
    return counted.filter((message) => {
      const alike = today.get(message.recipientIndex)?.filter((sent) => goesBefore(sent, message))
      return (alike?.length ?? 0) >= cap
    })
  }
}

/** Whoever has just handed in a petition, or asked for a code, is awake and waits for it. */
function isAwaited({ event, createdAt }: Message, now: DateTime) {
  return AT_HAND.includes(event) && createdAt > now.minus(JUST_NOW)
}

/** Hours in which no text rings; they may go over midnight. */
export class QuietHours {
  static parse(text: string) {
    const times = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
    if (!times) {
      throw new RangeError(`SMS_QUIET_HOURS is written as 21:00-08:00 or none, not ${text}`)
    }
    const [from = 0, fromMinute = 0, to = 0, toMinute = 0] = times.slice(1).map(Number)
    return new QuietHours(from * 60 + fromMinute, to * 60 + toMinute)
  }

  /** In minutes since midnight. */
  private constructor(
    private readonly from: number,
    private readonly to: number
  ) {}

  /** When the quiet ends, if it is quiet now. */
  end(moment: DateTime): DateTime | null {
    const local = moment.setZone(ISTANBUL)
    const minute = local.hour * 60 + local.minute
    const overMidnight = this.from > this.to
    const quiet = overMidnight
      ? minute >= this.from || minute < this.to
      : minute >= this.from && minute < this.to
    if (!quiet) return null
    const end = local.startOf('day').plus({ minutes: this.to })
    return (end > local ? end : end.plus({ days: 1 })).toUTC()
  }
}

interface SentToday {
  id: number
  event: string
  state: string
  recipient_index: string
}

/** What went to these numbers in the last 24 hours, and what is going just now. */
async function sentToday(messages: Message[], now: DateTime): Promise<SentToday[]> {
  const numbers = new Set(messages.map(({ recipientIndex }) => recipientIndex))
  return db
    .from('messages')
    .select('id', 'event', 'state', 'recipient_index')
    .whereIn('recipient_index', [...numbers])
    .whereNot('event', 'test')
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
