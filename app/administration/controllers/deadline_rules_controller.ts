import type { HttpContext } from '@adonisjs/core/http'
import {
  administer,
  Catalogue,
  ChangesList,
  changeRule,
  COUNTED,
  giveUpRule,
  lineOf,
  LONGEST,
  ownRule,
  Overtaken,
  refuseRule,
} from '#organisation'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { GENERAL, ruleOf, whichIn } from '../calendar/rules_shown.ts'
import { done } from '../calendar/done.ts'
import { goOn, seenIn } from '../kept_row.ts'

const PAGE = 'administration/deadline_rules/edit'
const MAX = LONGEST.deadline_rules
const YES = ['yes', 'no'] as const

/** Cevap süreleri: how many days a clock gives, for what is received from now on. */
export default class DeadlineRulesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await about(ctx))
  }

  async update(ctx: HttpContext) {
    const { officer } = ctx
    const which = asked(ctx)
    const save = async (typed: Typed) => {
      const { rules } = await Catalogue.of(officer.authorityId)
      const said = readRule(typed)
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

function readRule(typed: Typed) {
  return typed.read((form) => ({
    days: Number(form.like('days', /^-?\d{1,4}$/, { required: true })),
    counted: form.choice('counted', COUNTED, { required: true }),
    rolls: form.choice('rolls', YES, { required: true }) === 'yes',
    reason: form.line('reason', { required: true, max: MAX.reason }),
    reasonEn: form.line('reasonEn', { required: true, max: MAX.reason_en }),
    source: form.line('source', { required: true, max: MAX.source }),
  }))
}

async function about(ctx: HttpContext) {
  const which = asked(ctx)
  const { authorityId } = ctx.officer
  const { rules } = await Catalogue.of(authorityId)
  const own = await ownRule(authorityId, which)
  const rule = own ?? ruleOf(rules, which) ?? ruleOf(rules, { ...which, petitionKind: null })
  const { rows } = own ? await ChangesList.of('rule', lineOf(own)) : { rows: [] }
  return {
    ...{ clock: which.clock, kind: which.petitionKind ?? GENERAL, counted: COUNTED, yes: YES },
    ...{ version: own?.version ?? 0, rows },
    typed: rule ? { ...shown(rule) } : {},
  }
}

function shown({
  days,
  counted,
  rolls,
  reason,
  reasonEn,
  source,
}: Parameters<typeof refuseRule>[2][0]) {
  return { days: String(days), counted, rolls: rolls ? 'yes' : 'no', reason, reasonEn, source }
}

/** What was typed; whoever was told of another's change may save over it. */
async function again(ctx: HttpContext, typed: Typed, refusal: Error) {
  const page = { ...(await about(ctx)), typed: typed.words }
  return refusal instanceof Overtaken ? page : { ...page, version: seenIn(typed) }
}

/** @throws an answer that there is none */
function asked(ctx: HttpContext) {
  return whichIn(ctx.params) ?? notFound(ctx)
}
