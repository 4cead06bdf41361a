import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { FeeNoticeSchema } from '#database/schema'
import { union } from '#shared/database/union'

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

  /** It is no request for information any more: nobody waits for a fee. */
  static async forget(petition: { id: number }, trx: TransactionClientContract) {
    const fee = await this.of(petition, trx)
    const ended = { endedAs: 'moot' as const, endedAt: DateTime.utc() }
    if (fee?.isOpen) await fee.merge(ended).useTransaction(trx).save()
  }

  /** Of these petitions those that wait for a fee: each looked up, since hardly any has one. */
  static async waitedFor(ids: readonly number[]) {
    const open = ids.map((id) =>
      db.from(this.table).where('petition_id', id).whereNull('ended_as').select('petition_id')
    )
    const rows: { petition_id: number }[] = open.length > 0 ? await union(open) : []
    return new Set(rows.map((row) => row.petition_id))
  }

  /** Those whose last day to pay lies before this day, by that day, a piece at a time after one of them. */
  static unpaidBefore(day: DateTime, after: FeeNotice | null, most: number) {
    const query = this.query().whereNull('ended_as').where('pay_by', '<', day.toISODate()!)
    if (after) {
      const payBy = after.payBy.toISODate()!
      query.where((later) => {
        later.where('pay_by', '>', payBy)
        later.orWhere((same) => void same.where('pay_by', payBy).where('id', '>', after.id))
      })
    }
    return query.orderBy('pay_by').orderBy('id').limit(most)
  }

  /** What came to nothing while it was taken back waits again, with its day: it is paid, or lapses. */
  async waitAgain(trx: TransactionClientContract) {
    this.endedAs = null
    this.endedAt = null
    await this.useTransaction(trx).save()
  }

  get isOpen() {
    return this.endedAs === null
  }
}
