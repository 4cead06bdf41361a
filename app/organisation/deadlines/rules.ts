import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#shared/typed/problems'
import { writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Facts } from '../changes/change_log.ts'
import type { ChangeSort } from '../models/change.ts'
import { DeadlineRule } from '../models/deadline_rule.ts'
import type { Officer } from '../models/officer.ts'
import { type Clock, type Rule, ruleFor } from './deadline.ts'

export const COUNTED = ['calendar', 'working'] as const

/** What somebody says of a rule. */
export type RuleSaid = Pick<Rule, 'days' | 'rolls' | 'reason' | 'reasonEn' | 'source'> & {
  counted: (typeof COUNTED)[number]
}

/** Which rule: of a clock, for a kind of petition or for all that have none of their own. */
export interface Which {
  clock: Clock
  petitionKind: string | null
}

/** Longer than any law gives an office. */
const MOST = 365
/** Calendar days that a working day takes in an ordinary week. */
const OF_A_WEEK = 7 / 5

/**
 * What is wrong with a rule, or nothing: it never asks for an answer before the petition is there, the
 * law's clock is never longer than the law has it, and what is promised never later than the law.
 *
 * @param rules all that are in force where it would count
 */
export function refuseRule(said: RuleSaid, { clock, petitionKind }: Which, rules: readonly Rule[]) {
  const { days } = said
  if (days < 1) throw new Refusal({ field: 'days', rule: 'beforeReceipt' })
  if (days > MOST) throw new Refusal({ field: 'days', rule: 'long', values: { most: MOST } })
  const ofTheNation = rules.filter(({ authorityId }) => authorityId === null)
  if (clock === 'promise') {
    const law = ruleFor(rules, 'legal', petitionKind ?? 'request')
    if (span(said) > span(law)) {
      throw new Refusal({ field: 'days', rule: 'afterLaw', values: wordsOf(law) })
    }
    return
  }
  const law = ruleFor(ofTheNation, 'legal', petitionKind ?? 'request')
  if (said.rolls) throw new Refusal({ field: 'rolls', rule: 'law' })
  const isOther = said.counted !== law.counted && said.counted === 'working'
  if (isOther || days > law.days) {
    throw new Refusal({ field: 'days', rule: 'law', values: wordsOf(law) })
  }
}

/**
 * From now on this authority's petitions get it; what was received under the one before keeps that
 * one, so its row is closed and another one entered.
 *
 * @param seen the rule that the form showed, with its version
 * @throws Overtaken
 */
export async function changeRule(
  said: RuleSaid,
  { clock, petitionKind }: Which,
  seen: { rule: DeadlineRule | null; version: number },
  officer: Officer,
  trx: TransactionClientContract
) {
  const { rule: before } = seen
  if (before) await close(before, seen.version, trx)
  const { authorityId } = officer
  const firstId = before ? (before.firstId ?? before.id) : null
  const row = { ...said, clock, petitionKind, authorityId, firstId, version: 1 }
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
export function ownRule(authorityId: number, { clock, petitionKind }: Which) {
  const query = DeadlineRule.query().where({ authority_id: authorityId, clock })
  if (petitionKind === null) query.whereNull('petition_kind')
  else query.where('petition_kind', petitionKind)
  return query.whereNull('closed_at').orderBy('id', 'desc').first()
}

/** The last one before it was given up, for what was changed of it. */
export function lineOf({ firstId, id }: Pick<DeadlineRule, 'firstId' | 'id'>) {
  return firstId ?? id
}

function wordsOf({ days, counted }: Rule) {
  return { days, counted }
}

function close(rule: DeadlineRule, version: number, trx: TransactionClientContract) {
  rule.closedAt = DateTime.utc()
  return writeUnchanged(rule, version, trx)
}

function span({ days, counted }: Pick<Rule, 'days' | 'counted'>) {
  return counted === 'working' ? days * OF_A_WEEK : days
}

function factsOf(rule: DeadlineRule): Facts {
  const { days, counted, rolls, reason, reasonEn, source } = rule
  const shown = { days: String(days), counted, rolls: rolls ? 'yes' : 'no' }
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
