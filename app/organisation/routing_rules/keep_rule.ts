import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Changed } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import { MOST_RULES, RoutingRule } from '../models/routing_rule.ts'
import { keyOf } from './conditions.ts'
import { demandHeard, worldOf } from './demand_heard.ts'
import type { RuleBook } from './rule_book.ts'
import { ruleBookOf } from './rule_book_of.ts'
import { readRule, ruleFacts, ruleName, type Sorts } from './rule_form.ts'

type Trx = TransactionClientContract

/** A rule is written; it proposes nothing until somebody has tried it and switched it on. @throws Refusal */
export function addRule(typed: Typed, sorts: Sorts, officer: Officer) {
  const { authorityId, id: writtenBy } = officer
  return administer(async (trx) => {
    const book = await ruleBookOf(authorityId, trx)
    const { rules } = book
    if (rules.length >= MOST_RULES) throw full()
    const { position, ...said } = typed.read((form) => readRule(form, book, sorts, rules.length))
    const written = { writtenBy, writtenAt: DateTime.utc(), begunOn: null, version: 1 }
    const rule = new RoutingRule().merge({ ...said, ...written, authorityId, position })
    const order = rules.toSpliced(position - 1, 0, rule)
    demandHeard(order, rule, { book, world: worldOf(book, sorts), speaks: false })
    await rule.useTransaction(trx).save()
    await renumber(order, trx)
    const facts = { ...ruleFacts(rule, book), position: String(position) }
    await noteRule(rule, book, { sort: 'added', fields: differing({}, facts) }, officer, trx)
    return rule
  })
}

/**
 * What it asks or proposes is changed: then it is switched off, to be tried anew. Another reason or
 * another place in the order leaves it on.
 *
 * @param seen the version that the form showed
 * @throws Refusal, Overtaken
 */
export function amendRule(id: number, typed: Typed, at: Sorts & { seen: number }, by: Officer) {
  return administer(async (trx) => {
    const book = await ruleBookOf(by.authorityId, trx)
    const rule = book.rules.find((one) => one.id === id)!
    const others = book.rules.filter((one) => one !== rule)
    const was = { ...ruleFacts(rule, book), position: String(book.rules.indexOf(rule) + 1) }
    const asked = `${keyOf(rule)} ${rule.unitId}`
    const { position, ...said } = typed.read((form) => readRule(form, book, at, others.length))
    rule.merge(said)
    const isSame = `${keyOf(rule)} ${rule.unitId}` === asked
    if (!isSame) rule.begunOn = null
    const fields = differing(was, { ...ruleFacts(rule, book), position: String(position) })
    if (fields.length === 0) return rule
    const order = others.toSpliced(position - 1, 0, rule)
    demandHeard(order, rule, { book, world: worldOf(book, at), speaks: rule.isOn })
    rule.merge({ writtenBy: by.id, writtenAt: DateTime.utc() })
    await writeUnchanged(rule, at.seen, trx)
    await renumber(order, trx)
    await noteRule(rule, book, { sort: 'amended', fields }, by, trx)
    return rule
  })
}

export function noteRule(
  rule: RoutingRule,
  book: RuleBook,
  done: Pick<Changed, 'sort' | 'fields'>,
  officer: Officer,
  trx: Trx
) {
  const { id: thingId, authorityId } = rule
  const name = ruleName(rule, book)
  return noteChange({ authorityId, thing: 'routingRule', thingId, name, ...done }, officer, trx)
}

async function renumber(order: readonly RoutingRule[], trx: Trx) {
  for (const [at, { id, position }] of order.entries()) {
    if (position === at + 1) continue
    await RoutingRule.query({ client: trx })
      .where({ id })
      .update({ position: at + 1 })
  }
}

function full() {
  return new Refusal({ field: 'about', rule: 'full', values: { most: MOST_RULES } })
}
