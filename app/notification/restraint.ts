import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { ISTANBUL } from '#shared/turkish_date'
import { stamp } from './clock.ts'
import type { Message } from './models/message.ts'
import { AT_HAND } from './told.ts'

/** So long a person waits awake; what was held up for longer may wait for the morning. */
const JUST_NOW = { minutes: 15 }

export interface RestraintSettings {
  /** "21:00-08:00", in Türkiye. */
  quietHours?: string
  /** Texts a day to one number. */
  dailyCap?: number
}

/** What a message has to wait for although it could leave. */
export interface Hold {
  until: DateTime
  why: 'quiet_hours' | 'daily_cap'
}

/** When a citizen is left in peace. Both rules are settings, and off unless set. */
export class Restraint {
  readonly #quiet: QuietHours | null
  readonly #cap: number | undefined

  /** @throws RangeError when the hours are not written as "21:00-08:00" */
  constructor({ quietHours, dailyCap }: RestraintSettings = {}) {
    this.#quiet = quietHours ? QuietHours.parse(quietHours) : null
    this.#cap = dailyCap
  }

  async hold(message: Message): Promise<Hold | null> {
    const now = DateTime.utc()
    const until = isAwaited(message, now) ? null : (this.#quiet?.end(now) ?? null)
    if (until) return { until, why: 'quiet_hours' }
    if (this.#cap && (await sentToday(message, now)) >= this.#cap) {
      return { until: now.plus({ hours: 6 }), why: 'daily_cap' }
    }
    return null
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
    if (!times) throw new RangeError(`Quiet hours are written as 21:00-08:00, not ${text}`)
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

/**
 * What went to this number in the last 24 hours, and what is going just before this message. Receipts
 * are counted by themselves: anybody can hand in petitions with anybody's number, and must not be able
 * to keep from its holder what moves in theirs.
 */
async function sentToday({ id, event, recipientIndex }: Message, now: DateTime) {
  const isReceipt = event === 'received'
  const rows = await db
    .from('messages')
    .select('id')
    .where('recipient_index', recipientIndex)
    .where((alike) =>
      isReceipt ? alike.where('event', event) : alike.whereNot('event', 'received')
    )
    .where((sent) =>
      sent
        .where('sent_at', '>=', stamp(now.minus({ days: 1 })))
        .orWhere((going) => going.where('state', 'sending').where('id', '<', id))
    )
  return rows.length
}
