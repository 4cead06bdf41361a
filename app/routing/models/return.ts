import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReturnSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { Referral } from './referral.ts'

/** İade: a unit gives a referral back with a reason; never closes anything. */
export class Return extends ReturnSchema {
  @belongsTo(() => Referral)
  declare referral: BelongsTo<typeof Referral>

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

  /** What was given back of this petition, each with its referral, newest first. */
  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).preload('referral').orderBy('id', 'desc')
  }
}
