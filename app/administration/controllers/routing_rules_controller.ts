import type { HttpContext } from '@adonisjs/core/http'
import { addRule, amendRule } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { newRulePage, RULE_PAGE, ruleAt, rulePage, wordsOf } from '../rules/rule_page.ts'
import { rulesPage, SORTS } from '../rules/rules_page.ts'

const NEW = 'administration/routing_rules/create'

/** Yönlendirme kuralları: which unit is proposed for what. */
export default class RoutingRulesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('administration/routing_rules/index', await rulesPage(ctx))
  }

  async create(ctx: HttpContext) {
    const page = await newRulePage(ctx)
    const typed = { position: String(page.order.length + 1) }
    return ctx.view.render(NEW, { ...page, typed })
  }

  store(ctx: HttpContext) {
    const add = async (typed: Typed) => {
      const { id } = await addRule(typed, SORTS, ctx.officer)
      return goOn(ctx, { to: 'routing_rules.edit', id, key: 'administration.rules.flash.added' })
    }
    return takeForm(ctx, NEW, add, () => newRulePage(ctx))
  }

  async edit(ctx: HttpContext) {
    const rule = await ruleAt(ctx)
    const page = await rulePage(ctx, rule)
    return ctx.view.render(RULE_PAGE, { ...page, typed: wordsOf(rule, page.book) })
  }

  async update(ctx: HttpContext) {
    const rule = await ruleAt(ctx)
    const keep = async (typed: Typed) => {
      const at = { ...SORTS, seen: seenIn(typed) }
      const { id, isOn } = await amendRule(rule.id, typed, at, ctx.officer)
      const stopped = rule.isOn && !isOn
      const key = stopped ? 'administration.rules.flash.stopped' : 'administration.flash.saved'
      return goOn(ctx, { to: 'routing_rules.edit', id, key })
    }
    return takeForm(ctx, RULE_PAGE, keep, (_, refusal) => rulePage(ctx, rule, refusal))
  }
}
