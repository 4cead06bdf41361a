import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReturnSchema } from '#database/schema'
import { Referral } from './referral.ts'

/** İade: a unit gives a referral back with a reason; never closes anything. */
export class Return extends ReturnSchema {
  @belongsTo(() => Referral)
  declare referral: BelongsTo<typeof Referral>

  /** What was given back of this petition, each with its referral, newest first. */
  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).preload('referral').orderBy('id', 'desc')
  }
}
