import { RuleTrialSchema } from '#database/schema'
import type { Officer, RoutingRule } from '#organisation'

/** A petition, and the unit that was proposed for it without the rule; null: none. */
export type Listed = [petitionId: number, unitId: number | null]

/** Kural denemesi: what a rule would have proposed for last month's petitions, as one officer sees them. */
export class RuleTrial extends RuleTrialSchema {
  /** The latest that this officer made: another one may see other petitions. */
  static lastOf({ id }: Pick<RoutingRule, 'id'>, officer: Officer) {
    const own = this.query().where({ routing_rule_id: id, officer_id: officer.id })
    return own.orderBy('id', 'desc').first()
  }

  get pairs(): Listed[] {
    return JSON.parse(this.listed)
  }
}
