import { DateTime } from 'luxon'
import type { Message } from '../models/message.ts'
import { DailyCap } from './daily_cap.ts'
import type { DailyCeiling } from './daily_ceiling.ts'
import type { Hold } from './hold.ts'
import { isAwaited, QuietHours } from './quiet_hours.ts'

export interface LimitSettings {
  /** "21:00-08:00", in Türkiye; or "none". */
  quietHours?: string
  /** Texts a day to one number; 0: as many as there are. */
  dailyCap?: number
}

/** When a citizen is left in peace, and strangers are kept from causing too much. All are settings. */
export class SendingLimits {
  readonly #quiet: QuietHours | null
  readonly #cap: DailyCap

  /** @throws RangeError when the hours are not written as "21:00-08:00", or the cap is no count */
  constructor(
    { quietHours = 'none', dailyCap = 0 }: LimitSettings = {},
    private readonly ceiling: DailyCeiling | null = null
  ) {
    this.#quiet = quietHours === 'none' ? null : QuietHours.parse(quietHours)
    this.#cap = new DailyCap(dailyCap)
  }

  /** Of claimed messages those that have to wait, by their ids; asks the database once for all. */
  async holds(messages: Message[]): Promise<Map<number, Hold>> {
    const now = DateTime.utc()
    const morning = this.#quiet?.end(now)
    const asleep = morning ? messages.filter((message) => !isAwaited(message, now)) : []
    const holds = new Map<number, Hold>()
    for (const { id } of asleep) holds.set(id, { until: morning!, reason: 'quiet_hours' })
    const later = now.plus({ hours: 6 })
    for (const { id } of await this.#cap.over(messages, holds, now)) {
      holds.set(id, { until: later, reason: 'daily_cap' })
    }
    const leaving = messages.filter(({ id }) => !holds.has(id))
    for (const { id } of (await this.ceiling?.over(leaving)) ?? []) {
      holds.set(id, { until: this.ceiling!.tomorrow(now), reason: 'daily_ceiling' })
    }
    return holds
  }
}
