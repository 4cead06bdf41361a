import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { QuestionSchema } from '#database/schema'

/** Of one petition: so the promise cannot be put off for ever (ADR 51). */
export const MOST_QUESTIONS = 3

/** How it ended: what nobody answered in time, what the officer waits for no more, what came to nothing. */
type EndedAs = 'answered' | 'expired' | 'stopped' | 'moot'

/**
 * Soru: what is asked of whoever brought a petition. It stands where number and code lead, and is
 * answered there, at the desk or by telephone. Of a tip-off the desk passes a unit's question on, in its
 * own words if need be: the unit does not know whom to ask.
 */
export class Question extends QuestionSchema {
  declare endedAs: EndedAs | null

  /** In the order in which they were asked: a few. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id').limit(20)
  }

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
    return this.passedAt === null && this.endedAs === null
  }

  /** Waits for its petitioner. */
  get isOpen() {
    return this.passedAt !== null && this.endedAs === null
  }

  /** Its answer came when nobody waited for it any more: how it ended stays, and nobody is asked still. */
  answeredLate(trx: TransactionClientContract) {
    this.answeredAt ??= DateTime.utc()
    return this.useTransaction(trx).save()
  }

  end(endedAs: EndedAs, trx: TransactionClientContract) {
    const endedAt = DateTime.utc()
    const answered = endedAs === 'answered' ? { answeredAt: endedAt } : {}
    Object.assign(this, { endedAs, endedAt, ...answered })
    return this.useTransaction(trx).save()
  }
}
