import type { HttpContext } from '@adonisjs/core/http'
import { administer, comeBack, Overtaken } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { leavingPage, leftBy } from '../officers/leaving.ts'
import { officerAt } from '../officers/officer_at.ts'
import { officerPage } from '../officers/officer_page.ts'

const PAGE = 'administration/leavings/create'

/** Ayrılış and dönüş: from which day on somebody no longer works here, and who takes the drafts. */
export default class LeavingsController {
  async create(ctx: HttpContext) {
    const person = await officerAt(ctx)
    const typed = { day: today().toISODate() }
    return ctx.view.render(PAGE, { typed, ...(await leavingPage(ctx, person)) })
  }

  async store(ctx: HttpContext) {
    const person = await officerAt(ctx)
    const take = async (typed: Typed) => {
      await leftBy(ctx, person.id, typed)
      ctx.session.flash('done', { key: 'administration.flash.officerLeaves', params: {} })
      return ctx.response.redirect().status(303).toRoute('officers.show', { id: person.id })
    }
    return takeForm(ctx, PAGE, take, async (typed, refusal) =>
      leavingPage(ctx, await officerAt(ctx), typed, refusal instanceof Overtaken)
    )
  }

  async destroy(ctx: HttpContext) {
    const person = await officerAt(ctx)
    const take = async (typed: Typed) => {
      const seen = Number(typed.text('version')) || 0
      await administer((trx) => comeBack(person, seen, ctx.officer, trx))
      ctx.session.flash('done', { key: 'administration.flash.officerReturned', params: {} })
      return ctx.response.redirect().status(303).toRoute('officers.show', { id: person.id })
    }
    return takeForm(ctx, 'administration/officers/show', take, async () =>
      officerPage(ctx, await officerAt(ctx))
    )
  }
}
