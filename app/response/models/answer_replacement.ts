import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AnswerReplacementSchema } from '#database/schema'
import type { Outcome } from '#intake'

/** Nobody corrects one answer more often. */
const MOST_KEPT = 20

/**
 * Düzeltilmiş cevap: what takes the place of an answer that was given. It is written and approved like the
 * first one, and dated by itself; the first one stays as it was, and is marked.
 */
export class AnswerReplacement extends AnswerReplacementSchema {
  declare state: 'waiting' | 'given' | 'refused'
  declare outcome: Outcome

  get isWaiting() {
    return this.state === 'waiting'
  }

  /** Of a petition, the last one first. */
  static of(petition: { id: number }, client?: TransactionClientContract) {
    const query = this.query({ client }).where({ petition_id: petition.id })
    return query.orderBy('id', 'desc').limit(MOST_KEPT)
  }
}
