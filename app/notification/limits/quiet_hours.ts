import type { DateTime } from 'luxon'
import { inTurkiye } from '#shared/dates/turkish_date'
import { ALARMS, AT_HAND } from '../message_events.ts'
import type { Message } from '../models/message.ts'

/** So long a person waits awake; what was held up for longer may wait for the morning. */
const JUST_NOW = { minutes: 15 }

/** Gece sessizliği: hours in which no text rings; they may go over midnight. */
export class QuietHours {
  /** @throws RangeError when they are not written as "21:00-08:00" */
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
    const local = inTurkiye(moment)
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

/** Whoever has just handed in a petition, or asked for a code, is awake and waits for it. */
export function isAwaited({ event, createdAt }: Message, now: DateTime) {
  if (ALARMS.includes(event)) return true
  return AT_HAND.includes(event) && createdAt > now.minus(JUST_NOW)
}
