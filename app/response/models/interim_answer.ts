import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { InterimAnswerSchema } from '#database/schema'

/** So many of one petition are told; then the answer is due. */
export const MOST_INTERIM = 5

/**
 * Ara cevap: what the unit in charge tells a petitioner before the answer. It informs: no clock stops,
 * nothing ends. Where the authority wants it, the head reads it first.
 */
export class InterimAnswer extends InterimAnswerSchema {
  declare state: 'waiting' | 'given' | 'refused'

  /** Of a petition, the latest first. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    const own = this.query(trx && { client: trx }).where('petition_id', id)
    return own.orderBy('id', 'desc').limit(MOST_KEPT)
  }

  get isWaiting() {
    return this.state === 'waiting'
  }
}

/** Those that a head did not want as well: nobody writes more than a page of them. */
const MOST_KEPT = 50
