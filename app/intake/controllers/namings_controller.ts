import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { NamingForm } from '../shield/naming_form.ts'

const PAGE = 'intake/namings/edit'

/** The desk says whom a complaint means. */
export default class NamingsController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(PAGE, await (await NamingForm.of(ctx)).page())
  }

  async update(ctx: HttpContext) {
    const form = await NamingForm.of(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await form.take(typed)
        const { shownNumber } = form.petition
        ctx.session.flash('done', { key: 'intake.naming.done', params: { number: shownNumber } })
        return ctx.response.redirect().status(303).toPath(addressOf('queue.index', ctx.i18n.locale))
      },
      () => form.page()
    )
  }
}
