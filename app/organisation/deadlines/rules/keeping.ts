import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { giveUp, type Seen, type Sort, succeed } from '../../changes/succeeding.ts'
import { DeadlineRule } from '../../models/deadline_rule.ts'
import type { Officer } from '../../models/officer.ts'
import type { RuleSaid, Which } from './refused.ts'

const RULES: Sort<DeadlineRule> = {
  model: DeadlineRule,
  thing: 'rule',
  factsOf({ days, counted, rolls, starts, reason, reasonEn, source }) {
    const shown = { days: String(days), counted, rolls: rolls ? 'yes' : 'no', starts }
    return { ...shown, reason, reasonEn, source }
  },
  nameOf: ({ reason }) => reason,
}

/** From now on this authority's petitions get it; what was received before keeps its own. @throws Overtaken */
export function changeRule(
  said: RuleSaid,
  which: Which,
  seen: Seen<DeadlineRule>,
  officer: Officer,
  trx: TransactionClientContract
) {
  return succeed(RULES, { ...said, ...which, since: DateTime.utc() }, seen, officer, trx)
}

/** From now on the nation's rule, or the general one, counts again. @throws Overtaken */
export function giveUpRule(
  rule: DeadlineRule,
  version: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  return giveUp(RULES, rule, version, officer, trx)
}

/** The authority's own rule that is in force, or none. */
export function ownRule(authorityId: number, { clock, petitionKind, urgency }: Which) {
  const query = DeadlineRule.query().where({ authority_id: authorityId, clock })
  for (const [column, value] of Object.entries({ petition_kind: petitionKind, urgency })) {
    if (value === null) query.whereNull(column)
    else query.where(column, value)
  }
  return query.whereNull('closed_at').orderBy('id', 'desc').first()
}
