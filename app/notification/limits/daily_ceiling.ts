import { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { DailySending } from '../models/daily_sending.ts'
import type { MessageChannel } from '../channel.ts'
import type { Message } from '../models/message.ts'
import { isHoldReason } from './hold.ts'
import { type Log, SILENT } from '#sms'

/**
 * What earlier days left over gets the first half of a day's ceiling and no more: ten thousand
 * petitions of one stranger must not keep for days from others what tells them their number.
 */
const LEFT_OVER = 2

/**
 * Günlük tavan: how many messages strangers may cause in a day, in all. Anybody can hand in petitions
 * with anybody's telephone, at the authority's cost; news of steps and codes are never held back.
 */
export class DailyCeiling {
  constructor(
    private readonly channel: MessageChannel,
    /** 0: none. */
    private readonly most: number,
    private readonly log: Log = SILENT
  ) {
    if (!Number.isInteger(most) || most < 0) {
      throw new RangeError(`The daily ceiling is a whole number, 0 for none, not ${most}`)
    }
  }

  /** Of claimed messages those that have to wait for tomorrow. */
  async over(messages: Message[]): Promise<Message[]> {
    if (this.most === 0) return []
    const counted = messages.filter(isFirstTry)
    if (counted.length === 0) return []
    const today = dayOf(DateTime.utc())
    const fresh = counted.filter(({ createdAt }) => createdAt >= today)
    const leftOver = counted.filter(({ createdAt }) => createdAt < today)
    const held = [
      ...(await this.#beyond(fresh, this.most)),
      ...(await this.#beyond(leftOver, Math.ceil(this.most / LEFT_OVER))),
    ]
    if (await DailySending.raises(this.channel, this.most)) {
      const { channel, most } = this
      this.log.warn({ channel, ceiling: most }, 'Most of what strangers may cause today has left')
    }
    return held
  }

  async #beyond(messages: Message[], most: number) {
    if (messages.length === 0) return []
    return messages.slice(await DailySending.reserve(this.channel, messages.length, most))
  }

  /** A new day in Türkiye. */
  tomorrow(now: DateTime) {
    return dayOf(now).plus({ days: 1 }).toUTC()
  }
}

/** Nothing was tried, or it was put off: whoever waited for it is not counted yet. */
function isFirstTry({ byStranger, attempts, fault }: Message) {
  return Boolean(byStranger) && attempts === 0 && (fault === null || isHoldReason(fault))
}

/** What IT should know of today: ceilings of which most is used up. */
export async function nearCeilings(ceilings: Record<MessageChannel, number>) {
  const all = Object.entries(ceilings) as [MessageChannel, number][]
  const today = await Promise.all(
    all.map(async ([channel, ceiling]) => ({
      channel,
      ceiling,
      of: await DailySending.of(channel),
    }))
  )
  return today.flatMap(({ channel, ceiling, of }) =>
    ceiling > 0 && of?.alarmedAt ? [{ channel, ceiling, count: of.count }] : []
  )
}
