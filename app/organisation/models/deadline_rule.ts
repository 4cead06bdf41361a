import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DeadlineRuleSchema } from '#database/schema'

/**
 * Süre: a rule of the clock, so many days, counted so, for this kind, by this law or promise. A row
 * never says anything else: who changes a rule closes it and enters another, so that whatever was
 * received under the old one keeps it.
 */
export class DeadlineRule extends DeadlineRuleSchema {
  /** What petitions get that are received now: the nation's, and this authority's own. */
  static async inForceAt(authorityId: number, client?: TransactionClientContract) {
    const rows = this.query({ client }).whereNull('closed_at')
    rows.where((whose) => whose.where('authority_id', authorityId).orWhereNull('authority_id'))
    return (await rows.orderBy('id')) as DeadlineRule[]
  }

  /** These rules by their ids, closed ones too. */
  static async known(ids: readonly number[]) {
    const rows = await this.query().whereIn('id', [...new Set(ids)])
    return new Map(rows.map((rule) => [rule.id, rule]))
  }
}
