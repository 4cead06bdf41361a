import type { HttpContext } from '@adonisjs/core/http'
import {
  administer,
  Catalogue,
  ChangesList,
  changeRule,
  giveUpRule,
  firstOf,
  ownRule,
  Overtaken,
  refuseRule,
} from '#organisation'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { choicesOf, readRule, ruleTyped } from '../calendar/rule_form.ts'
import { named, ruleOf, whichIn } from '../calendar/rules_shown.ts'
import { done } from '../calendar/done.ts'
import { goOn, seenIn, typedAgain } from '../kept_row.ts'

const PAGE = 'administration/deadline_rules/edit'

/** Süreler: how much a clock gives, for what is received from now on. */
export default class DeadlineRulesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await about(ctx))
  }

  async update(ctx: HttpContext) {
    const { officer } = ctx
    const which = asked(ctx)
    const save = async (typed: Typed) => {
      const { rules } = await Catalogue.of(officer.authorityId)
      const said = readRule(typed, which)
      refuseRule(said, which, rules)
      const rule = await ownRule(officer.authorityId, which)
      const version = seenIn(typed)
      // The form was opened while there was one, or none.
      if ((rule === null) !== (version === 0)) throw new Overtaken()
      await administer((trx) => changeRule(said, which, { rule, version }, officer, trx))
      return goOn(ctx, done('ruleChanged'))
    }
    return takeForm(ctx, PAGE, save, (typed, refusal) => again(ctx, typed, refusal))
  }

  async destroy(ctx: HttpContext) {
    const which = asked(ctx)
    const giveUp = async (typed: Typed) => {
      const rule = await ownRule(ctx.officer.authorityId, which)
      if (!rule) throw new Overtaken()
      await administer((trx) => giveUpRule(rule, seenIn(typed), ctx.officer, trx))
      return goOn(ctx, done('ruleGivenUp'))
    }
    return takeForm(ctx, PAGE, giveUp, () => about(ctx))
  }
}

async function about(ctx: HttpContext) {
  const which = asked(ctx)
  const { authorityId } = ctx.officer
  const { rules } = await Catalogue.of(authorityId)
  const own = await ownRule(authorityId, which)
  const general = { ...which, petitionKind: null, urgency: null }
  const rule = own ?? ruleOf(rules, which) ?? ruleOf(rules, general)
  const { rows } = own ? await ChangesList.of('rule', firstOf(own)) : { rows: [] }
  return {
    ...{ which: named(which), choices: choicesOf(which), version: own?.version ?? 0, rows },
    typed: rule ? ruleTyped(rule) : {},
  }
}

async function again(ctx: HttpContext, typed: Typed, refusal: Error) {
  return typedAgain(await about(ctx), typed, refusal)
}

/** @throws an answer that there is none */
function asked(ctx: HttpContext) {
  return whichIn(ctx.params) ?? notFound(ctx)
}
