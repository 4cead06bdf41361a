import { createHash } from 'node:crypto'
import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import type { Officer } from '../models/officer.ts'
import { demandHeard, worldOf } from './demand_heard.ts'
import { noteRule } from './keep_rule.ts'
import type { RuleBook } from './rule_book.ts'
import { ruleBookOf } from './rule_book_of.ts'
import type { Sorts } from './rule_form.ts'

/** By which it is known that a rule was tried as it is now, among the rules that there are now. */
export function triedSign({ signs }: RuleBook) {
  return createHash('sha256').update(signs.join(' ')).digest('hex').slice(0, 32)
}

/**
 * It proposes its unit from now on.
 *
 * @param tried the sign under which it was tried; '' when it was not
 * @throws Refusal when it was not tried so, is asleep or would never be heard; Overtaken
 */
export function beginRule(
  id: number,
  { seen, tried, ...sorts }: Sorts & { seen: number; tried: string },
  officer: Officer
) {
  return administer(async (trx) => {
    const book = await ruleBookOf(officer.authorityId, trx)
    const rule = book.rules.find((one) => one.id === id)!
    if (rule.isOn) return rule
    if (tried !== triedSign(book)) throw new Refusal({ field: 'trial', rule: 'required' })
    const asleep = book.asleep(rule)
    if (asleep) throw new Refusal({ field: 'trial', rule: asleep })
    demandHeard(book.rules, rule, { book, world: worldOf(book, sorts), speaks: true })
    rule.begunOn = today()
    await writeUnchanged(rule, seen, trx)
    await noteRule(rule, book, { sort: 'begun' }, officer, trx)
    return rule
  })
}

/** It proposes nothing any more. @throws Overtaken */
export function endRule(id: number, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const book = await ruleBookOf(officer.authorityId, trx)
    const rule = book.rules.find((one) => one.id === id)!
    if (!rule.isOn) return rule
    rule.begunOn = null
    await writeUnchanged(rule, seen, trx)
    await noteRule(rule, book, { sort: 'ended' }, officer, trx)
    return rule
  })
}
