import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { QuestionSchema } from '#database/schema'

/**
 * Soru: what a unit wants to know of whoever brought a tip-off, whom it does not know. The desk passes
 * it on, in its own words if need be; it stands where number and code lead, and is answered there.
 */
export class Question extends QuestionSchema {
  /** The one that was asked last. */
  static lastOf({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id', 'desc').first()
  }

  /** The one that its petitioner has yet to answer. */
  static async openOf(petition: { id: number }, trx?: TransactionClientContract) {
    const last = await this.lastOf(petition, trx)
    return last?.isOpen ? last : null
  }

  /** Waits to be passed on. */
  get isPending() {
    return this.passedAt === null
  }

  get isOpen() {
    return this.passedAt !== null && this.answeredAt === null
  }
}
