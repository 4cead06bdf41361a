import type { HttpContext } from '@adonisjs/core/http'
import type { Petition } from '#intake'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { deliveryPage, petitionToReach } from './page.ts'

export const PAGE = 'notification/deliveries/show'

/**
 * Takes one of the page's forms: what it asks for is done, or the page comes back with all that was typed
 * in this form.
 *
 * @param form which of them, as the page calls it
 */
export async function takeDelivery(
  ctx: HttpContext,
  form: string,
  key: string,
  act: (petition: Petition, typed: Typed) => Promise<unknown>
) {
  const petition = await petitionToReach(ctx)
  return takeForm(
    ctx,
    PAGE,
    async (typed) => {
      await act(petition, typed)
      const { number, shownNumber } = petition
      ctx.session.flash('done', { key, params: { number: shownNumber } })
      const to = addressOf('deliveries.show', ctx.i18n.locale, { number })
      return ctx.response.redirect().status(303).toPath(to)
    },
    async ({ words: typed }) => ({ ...(await deliveryPage(ctx, petition)), typed, form })
  )
}
