import { DateTime } from 'luxon'
import type { Message } from '../models/message.ts'
import { DailyCap } from './daily_cap.ts'
import type { DailyCeiling } from './daily_ceiling.ts'
import type { Hold } from './hold.ts'
import { QuietNights } from './quiet_nights.ts'

export interface LimitSettings {
  /**
   * "21:00-08:00", in Türkiye, or "none": where an authority has said nothing of its own. Absent:
   * nothing of it rings, whatever anybody said.
   */
  quietHours?: string
  /** Texts a day to one number; 0: as many as there are. */
  dailyCap?: number
}

/** When a citizen is left in peace, and strangers are kept from causing too much. All are settings. */
export class SendingLimits {
  readonly #nights: QuietNights | null
  readonly #cap: DailyCap

  /** @throws RangeError when the hours are not written as "21:00-08:00", or the cap is no count */
  constructor(
    { quietHours, dailyCap = 0 }: LimitSettings = {},
    private readonly ceiling: DailyCeiling | null = null
  ) {
    this.#nights = quietHours === undefined ? null : new QuietNights(quietHours)
    this.#cap = new DailyCap(dailyCap)
  }

  /** Of claimed messages those that have to wait, by their ids; asks the database once for all. */
  async holds(messages: Message[]): Promise<Map<number, Hold>> {
    const now = DateTime.utc()
    const holds = new Map<number, Hold>()
    const mornings = await this.#nights?.mornings(messages, now)
    for (const [id, until] of mornings ?? []) holds.set(id, { until, reason: 'quiet_hours' })
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
