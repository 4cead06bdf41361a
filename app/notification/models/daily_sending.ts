import { DateTime } from 'luxon'
import { DailySendingSchema } from '#database/schema'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { today } from '#shared/dates/turkish_date'
import { stamp } from '#shared/dates/stored'
import type { MessageChannel } from '../channel.ts'

/** Of the ceiling: from here on somebody should look. */
const ALARM = 0.8

/** Günlük gönderim: how many messages of one kind left in a day because a stranger caused them. */
export class DailySending extends DailySendingSchema {
  static override primaryKey = 'day'

  static of(channel: MessageChannel) {
    return this.query().where({ channel, day: today().toISODate()! }).first()
  }

  /**
   * Counts so many before they leave, as far as the ceiling allows; gives how many those are. The row
   * decides, by a conditional update: several processes send.
   */
  static async reserve(channel: MessageChannel, wanted: number, ceiling: number): Promise<number> {
    const day = today().toISODate()!
    for (;;) {
      const row = await this.query().where({ channel, day }).first()
      if (!row) await this.#begin(channel, day)
      const count = row?.count ?? 0
      const allowed = Math.max(0, Math.min(wanted, ceiling - count))
      if (allowed === 0) return 0
      const changed = await transaction((trx) =>
        this.query({ client: trx })
          .where({ channel, day, count })
          .update({ count: count + allowed })
      )
      if (Number(changed) === 1) return allowed
    }
  }

  /** Whether most of the ceiling is used up; true once a day, to whoever asks first. */
  static async raises(channel: MessageChannel, ceiling: number): Promise<boolean> {
    const changed = await this.query()
      .where({ channel, day: today().toISODate()! })
      .where('count', '>=', ceiling * ALARM)
      .whereNull('alarmed_at')
      .update({ alarmed_at: stamp(DateTime.utc()) })
    return Number(changed) === 1
  }

  static async #begin(channel: MessageChannel, day: string) {
    try {
      await this.query().client.table('daily_sendings').insert({ channel, day, count: 0 })
    } catch (error) {
      if (!isDuplicate(error, 'daily_sendings') && !isDuplicate(error, 'PRIMARY')) throw error
    }
  }
}
