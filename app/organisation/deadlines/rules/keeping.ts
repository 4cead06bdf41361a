import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { writeUnchanged } from '../../changes/amend.ts'
import { differing, noteChange, type Facts } from '../../changes/change_log.ts'
import type { ChangeSort } from '../../models/change.ts'
import { DeadlineRule } from '../../models/deadline_rule.ts'
import type { Officer } from '../../models/officer.ts'
import type { RuleSaid, Which } from './refused.ts'

/**
 * From now on this authority's petitions get it; what was received under the one before keeps that
 * one, so its row is closed and another one entered.
 *
 * @param seen the rule that the form showed, with its version
 * @throws Overtaken
 */
export async function changeRule(
  said: RuleSaid,
  which: Which,
  seen: { rule: DeadlineRule | null; version: number },
  officer: Officer,
  trx: TransactionClientContract
) {
  const { rule: before } = seen
  if (before) await close(before, seen.version, trx)
  const { authorityId } = officer
  const firstId = before ? (before.firstId ?? before.id) : null
  const since = DateTime.utc()
  const row = { ...said, ...which, authorityId, firstId, since, version: 1 }
  const rule = await DeadlineRule.create(row, { client: trx })
  await note(rule, before ? 'amended' : 'added', before ? factsOf(before) : {}, officer, trx)
  return rule
}

/** From now on the nation's rule, or the general one, counts again. @throws Overtaken */
export async function giveUpRule(
  rule: DeadlineRule,
  version: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  await close(rule, version, trx)
  await note(rule, 'closed', factsOf(rule), officer, trx)
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

/** The last one before it was given up, for what was changed of it. */
export function lineOf({ firstId, id }: Pick<DeadlineRule, 'firstId' | 'id'>) {
  return firstId ?? id
}

function close(rule: DeadlineRule, version: number, trx: TransactionClientContract) {
  rule.closedAt = DateTime.utc()
  return writeUnchanged(rule, version, trx)
}

function factsOf(rule: DeadlineRule): Facts {
  const { days, counted, rolls, starts, reason, reasonEn, source } = rule
  const shown = { days: String(days), counted, rolls: rolls ? 'yes' : 'no', starts }
  return { ...shown, reason, reasonEn, source }
}

function note(
  rule: DeadlineRule,
  sort: ChangeSort,
  was: Facts,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { authorityId } = officer
  const changed = { authorityId, thing: 'rule' as const, thingId: lineOf(rule), sort }
  const fields = differing(was, factsOf(rule))
  return noteChange({ ...changed, name: rule.reason, fields }, officer, trx)
}
