import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { CommitmentSchema } from '#database/schema'
import type { Petition } from '#intake'
import { Day, today } from '#shared/dates/turkish_date'

/** Of one petition: who promises more has not answered. */
export const MOST_COMMITMENTS = 10

export const COMMITMENT_ENDS = ['kept', 'moved', 'broken'] as const
type CommitmentEnd = (typeof COMMITMENT_ENDS)[number]

/**
 * Taahhüt: what an answer promised for a later day. It begins with the answer, comes back to the unit on
 * its day, and is kept, moved or broken; its petition stays concluded.
 */
export class Commitment extends CommitmentSchema {
  declare state: 'proposed' | 'open' | CommitmentEnd

  /** In the order in which they were made. */
  static of({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx })
      .where('petition_id', id)
      .orderBy('id')
      .limit(4 * MOST_COMMITMENTS)
  }

  /** The answer was given: what it promises holds from now on. */
  static begin({ id }: Petition, unit: { id: number }, trx: TransactionClientContract) {
    const proposed = this.query({ client: trx }).where({ petition_id: id, state: 'proposed' })
    return proposed.update({ state: 'open', unit_id: unit.id })
  }

  get isOpen() {
    return this.state === 'open'
  }

  get isDue() {
    return this.isOpen && this.day <= today().toISODate()!
  }

  get isLate() {
    return this.isOpen && this.day < today().toISODate()!
  }

  get facts() {
    const { id, text, day, state, isDue, isLate, reason, unitId } = this
    return { id, text, day: Day.parse(day)!, state, isDue, isLate, reason, unitId }
  }
}
