import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ReturnSchema } from '#database/schema'
import type { Officer } from '#organisation'

/** İade: a unit gives a referral back with a reason; never closes anything. */
export class Return extends ReturnSchema {
  /**
   * Whether this officer was the last to give the petition with this number back, for this reason.
   * One statement, whether there is such a number or not.
   */
  static async isBy(officer: Officer, number: string, reason: string | undefined) {
    const last = await this.query()
      .join('petitions', 'petitions.id', 'returns.petition_id')
      .where('petitions.number', number)
      .select('returns.*')
      .orderBy('returns.id', 'desc')
      .first()
    return last?.officerId === officer.id && last.reason === reason
  }

  /** What was given back of this petition, and by which unit, newest first. */
  static of({ id }: { id: number }) {
    return this.query()
      .join('referrals', 'referrals.id', 'returns.referral_id')
      .where('returns.petition_id', id)
      .select('returns.*', 'referrals.unit_id')
      .orderBy('returns.id', 'desc')
  }

  /** How often these units have given it back. */
  static async countOf(
    { id }: { id: number },
    unitIds: readonly number[],
    trx: TransactionClientContract
  ) {
    const returns = await this.of({ id }).useTransaction(trx)
    return returns.filter(({ unitId }) => unitIds.includes(unitId)).length
  }

  /** The unit that had been charged, as far as `of` has read it. */
  get unitId(): number {
    return this.$extras.unit_id
  }
}
