import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { StrikingForm } from '../striking/striking_form.ts'

const PAGE = 'intake/strikings/edit'

/** Karartma: the desk strikes out of a tip-off what gives away who brought it. */
export default class StrikingsController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await (await StrikingForm.of(ctx)).page())
  }

  async update(ctx: HttpContext) {
    const form = await StrikingForm.of(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await form.take(typed)
        const { number, shownNumber } = form.petition
        ctx.session.flash('done', { key: 'intake.striking.done', params: { number: shownNumber } })
        const to = addressOf('cards.show', ctx.i18n.locale, { number })
        return ctx.response.redirect().status(303).toPath(to)
      },
      () => form.page()
    )
  }
}
