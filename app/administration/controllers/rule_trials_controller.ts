import type { HttpContext } from '@adonisjs/core/http'
import { tryRule } from '#routing'
import { addressOf } from '#shared/address'
import { ruleAt } from '../rules/rule_page.ts'
import { TRIAL_PAGE, trialPage } from '../rules/trial_page.ts'

/** Kural denemesi: what a rule would have proposed last month, before it is switched on. */
export default class RuleTrialsController {
  async show(ctx: HttpContext) {
    return ctx.view.render(TRIAL_PAGE, await trialPage(ctx, await ruleAt(ctx)))
  }

  async store(ctx: HttpContext) {
    const { officer, response } = ctx
    const rule = await ruleAt(ctx)
    await tryRule(rule, officer)
    const page = addressOf('rule_trials.show', officer.locale, { id: rule.id })
    return response.redirect().status(303).toPath(page)
  }
}
