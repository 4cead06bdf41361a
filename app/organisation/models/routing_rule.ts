import { belongsTo } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { RoutingRuleSchema } from '#database/schema'
import { Officer } from './officer.ts'

/** So many an authority has at most, those that are switched off too. */
export const MOST_RULES = 200

/**
 * Yönlendirme kuralı: the unit that is proposed for petitions about something, from somewhere, of a kind
 * or urgency. It proposes and a person refers. Of those that fit a petition the first in order speaks.
 */
export class RoutingRule extends RoutingRuleSchema {
  @belongsTo(() => Officer, { foreignKey: 'writtenBy' })
  declare author: BelongsTo<typeof Officer>

  /** All of an authority, in their order. */
  static at(authorityId: number, trx?: TransactionClientContract) {
    const own = this.query(trx && { client: trx }).where('authority_id', authorityId)
    return own.orderBy('position').orderBy('id').limit(MOST_RULES)
  }

  /** Whether somebody has switched it on. */
  get isOn() {
    return this.begunOn !== null
  }
}
