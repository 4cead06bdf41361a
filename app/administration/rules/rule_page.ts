import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, Overtaken, RoutingRule, ruleBookOf, type RuleBook } from '#organisation'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import { idIn } from '../kept_row.ts'
import { closedOf, offeredIn } from './offered.ts'
import { ruleWords } from './rule_words.ts'
import { SORTS } from './rules_page.ts'

export const RULE_PAGE = 'administration/routing_rules/edit'

/** The rule in the address, of the officer's own authority, as the database has it now. */
export async function ruleAt(ctx: HttpContext) {
  const own = { id: idIn(ctx) ?? 0, authority_id: ctx.officer.authorityId }
  return (await RoutingRule.query().where(own).first()) ?? notFound(ctx)
}

/** What can be chosen for a new rule, and the rules that it can stand between. */
export async function newRulePage({ officer }: Pick<HttpContext, 'officer'>) {
  const book = await ruleBookOf(officer.authorityId)
  return { ...about(book, officer.locale), closed: {} }
}

/** What the page of one rule shows besides what was typed. */
export async function rulePage(ctx: HttpContext, rule: RoutingRule, refusal?: Refusal) {
  const { authorityId, locale } = ctx.officer
  const book = await ruleBookOf(authorityId)
  const fresh = refusal instanceof Overtaken ? await RoutingRule.findOrFail(rule.id) : rule
  const { rows } = await ChangesList.of('routingRule', rule.id)
  const page = about(book, locale, rule.id)
  return {
    ...page,
    rule: fresh,
    words: ruleWords(fresh, book, locale),
    rows,
    ...{ closed: closedOf(fresh, book) },
  }
}

/** As the form of it stands when it is opened. */
export function wordsOf(rule: RoutingRule, { shelf, rules }: RuleBook) {
  const { tree, units } = shelf
  const subject = rule.subjectId ? tree.subject(tree.countedAs(rule.subjectId)) : undefined
  return {
    about: subject ? `s:${subject.code}` : rule.headingId ? `h:${rule.headingId}` : '',
    where: rule.neighbourhoodId ? `n:${rule.neighbourhoodId}` : (rule.placeKind ?? ''),
    ...{ kind: rule.kind ?? '', urgency: rule.urgency ?? '', why: rule.reason },
    unit: units.find(({ id }) => id === rule.unitId)!.code,
    position: String(rules.findIndex(({ id }) => id === rule.id) + 1),
  }
}

function about(book: RuleBook, locale: string, own?: number) {
  const others = book.rules.filter(({ id }) => id !== own)
  const order = others.map((rule) => ruleWords(rule, book, locale))
  return { ...offeredIn(book, locale), ...SORTS, book, order }
}
