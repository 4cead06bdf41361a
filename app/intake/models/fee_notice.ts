import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { FeeNoticeSchema } from '#database/schema'

/**
 * Ücret bildirimi: what access to the information costs (law 4982 art. 10), in kuruş, and until when it
 * is to be paid; a petition has one at most.
 */
export class FeeNotice extends FeeNoticeSchema {
  static table = 'fee_notices'

  declare endedAs: 'paid' | 'lapsed' | 'moot' | null

  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).first()
  }

  /** Those whose last day to pay lies before this day, a piece at a time. */
  static unpaidBefore(day: DateTime, after: number, most: number) {
    return this.query()
      .whereNull('ended_as')
      .where('pay_by', '<', day.toISODate()!)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
  }

  get isOpen() {
    return this.endedAs === null
  }
}
