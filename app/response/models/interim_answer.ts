import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { InterimAnswerSchema } from '#database/schema'
import { Charge } from '#intake'

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

  /** What waits for the head of the unit in charge; what another unit left waiting is nobody's to tell. */
  static waitingOf(petition: { id: number; unitId: number }, trx?: TransactionClientContract) {
    return Charge.rowsOf(this.query(trx && { client: trx }), petition)
      .where('state', 'waiting')
      .first()
  }

  /** Ids of those of these petitions, a page at most, of which one waits for the head of this unit. */
  static async waitedFor(ids: readonly number[], unitId: number | null) {
    if (ids.length === 0 || unitId === null) return new Set<number>()
    const rows = await this.query()
      .whereIn('petition_id', [...ids])
      .where({ unit_id: unitId, state: 'waiting' })
      .select('petition_id')
    return new Set(rows.map(({ petitionId }) => petitionId))
  }

  /** A unit was closed: what waited there waits at its successor. */
  static async handOn(
    { id, unitId: from }: { id: number; unitId: number },
    { id: unitId }: { id: number },
    trx: TransactionClientContract
  ) {
    const waiting = { petition_id: id, unit_id: from, state: 'waiting' }
    await this.query({ client: trx }).where(waiting).update({ unitId })
  }

  get isWaiting() {
    return this.state === 'waiting'
  }
}

/** Those that a head did not want as well: nobody writes more than a page of them. */
const MOST_KEPT = 50
