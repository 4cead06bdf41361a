import type { HttpContext } from '@adonisjs/core/http'
import { beginRule, endRule } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { RULE_PAGE, ruleAt, rulePage, wordsOf } from '../rules/rule_page.ts'
import { SORTS } from '../rules/rules_page.ts'
import { TRIAL_PAGE, trialPage } from '../rules/trial_page.ts'

/** A rule proposes its unit from now on; and no more. */
export default class RuleSwitchingsController {
  async store(ctx: HttpContext) {
    const { id } = await ruleAt(ctx)
    const begin = async (typed: Typed) => {
      const at = { ...SORTS, seen: seenIn(typed), tried: typed.text('tried') }
      await beginRule(id, at, ctx.officer)
      return goOn(ctx, { to: 'routing_rules.index', key: 'administration.rules.flash.begun' })
    }
    return takeForm(ctx, TRIAL_PAGE, begin, async () => trialPage(ctx, await ruleAt(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const { id } = await ruleAt(ctx)
    const end = async (typed: Typed) => {
      await endRule(id, seenIn(typed), ctx.officer)
      return goOn(ctx, { to: 'routing_rules.edit', id, key: 'administration.rules.flash.ended' })
    }
    return takeForm(ctx, RULE_PAGE, end, async (_, refusal) => {
      const page = await rulePage(ctx, await ruleAt(ctx), refusal)
      return { ...page, typed: wordsOf(page.rule, page.book) }
    })
  }
}
