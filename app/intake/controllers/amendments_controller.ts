import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { AmendForm } from '../amending/amend_form.ts'
import { handedOver } from '../secret/handed_over.ts'
import { Petition } from '../models/petition.ts'

const PAGE = 'intake/amendments/edit'

/** Düzeltme: the desk corrects what was written down wrongly of a petition. */
export default class AmendmentsController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await (await AmendForm.of(ctx)).page())
  }

  async update(ctx: HttpContext) {
    const form = await AmendForm.of(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        const { number, shownNumber } = form.petition
        const secret = await form.take(typed)
        const onPaper = secret && (await handedOver(form.petition, secret))
        ctx.session.flash('done', { key: 'intake.amending.done', params: { number: shownNumber } })
        const { locale } = ctx.i18n
        // Whoever made it a complaint about the bureau sees it no longer.
        const isSeen = await Petition.findFor(ctx.officer, number)
        const card = isSeen
          ? addressOf('cards.show', locale, { number })
          : addressOf('queue.index', locale)
        const to = onPaper ? addressOf('desk_receipts.show', locale, { receipt: onPaper }) : card
        return ctx.response.redirect().status(303).toPath(to)
      },
      // As it is by now: somebody else may have been faster.
      async (typed, refusal) => (await AmendForm.of(ctx)).page(typed, refusal)
    )
  }
}
