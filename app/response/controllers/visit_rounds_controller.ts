import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { enterRound } from '../contacts/round/enter_round.ts'
import { roundAsked, roundPage } from '../contacts/round/round_page.ts'

const PAGE = 'response/visit_rounds/show'

/** Ziyaret listesi: the visits of a day as somebody walks them, on paper; and afterwards what came of each. */
export default class VisitRoundsController {
  async show(ctx: HttpContext) {
    return ctx.view.render(PAGE, await roundPage(ctx))
  }

  async store(ctx: HttpContext) {
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const count = await enterRound(ctx.officer, typed)
        ctx.session.flash('done', { key: 'response.contacts.done.entered', params: { count } })
        const { query } = roundAsked(ctx)
        const page = addressOf('visit_rounds.show', ctx.i18n.locale, {}, query)
        return ctx.response.redirect().status(303).toPath(page)
      },
      (typed) => roundPage(ctx, typed)
    )
  }
}
