import type { HttpContext } from '@adonisjs/core/http'
import {
  administer,
  ChangesList,
  changeLadder,
  firstOf,
  giveUpLadder,
  Overtaken,
  ReminderRule,
} from '#organisation'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { done } from '../calendar/done.ts'
import { readLadder, typedOf, YES } from '../calendar/reminder_form.ts'
import { clockIn } from '../calendar/reminders_shown.ts'
import { goOn, seenIn, typedAgain } from '../kept_row.ts'

const PAGE = 'administration/reminder_rules/edit'

/** Hatırlatma kuralları: when somebody is reminded of a last day, and to whom it climbs. */
export default class ReminderRulesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await about(ctx))
  }

  async update(ctx: HttpContext) {
    const { officer } = ctx
    const clock = asked(ctx)
    const save = async (typed: Typed) => {
      const said = readLadder(typed)
      const rule = await ReminderRule.ownOf(officer.authorityId, clock)
      const version = seenIn(typed)
      // The form was opened while there was one, or none.
      if ((rule === null) !== (version === 0)) throw new Overtaken()
      await administer((trx) => changeLadder(said, clock, { rule, version }, officer, trx))
      return goOn(ctx, done('reminderChanged'))
    }
    return takeForm(ctx, PAGE, save, (typed, refusal) => again(ctx, typed, refusal))
  }

  async destroy(ctx: HttpContext) {
    const { officer } = ctx
    const giveUp = async (typed: Typed) => {
      const rule = await ReminderRule.ownOf(officer.authorityId, asked(ctx))
      if (!rule) throw new Overtaken()
      await administer((trx) => giveUpLadder(rule, seenIn(typed), officer, trx))
      return goOn(ctx, done('reminderGivenUp'))
    }
    return takeForm(ctx, PAGE, giveUp, () => about(ctx))
  }
}

async function about(ctx: HttpContext) {
  const clock = asked(ctx)
  const own = await ReminderRule.ownOf(ctx.officer.authorityId, clock)
  const { rows } = own ? await ChangesList.of('reminderRule', firstOf(own)) : { rows: [] }
  return { clock, yes: YES, version: own?.version ?? 0, rows, typed: typedOf(own ?? undefined) }
}

async function again(ctx: HttpContext, typed: Typed, refusal: Error) {
  return typedAgain(await about(ctx), typed, refusal)
}

/** @throws an answer that there is none */
function asked(ctx: HttpContext) {
  return clockIn(ctx.params) ?? notFound(ctx)
}
