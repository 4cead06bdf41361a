import type { HttpContext } from '@adonisjs/core/http'
import type { Petition } from '#intake'
import { addressOf } from '#shared/address'
import { cameFrom } from '#shared/typed/came_from'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { petitionToContact, planPage } from './plan_page.ts'

export const PLAN_PAGE = 'response/contact_plans/create'

/**
 * Takes one of the forms on a petition's page of what is next: what it asks for, or the page again with
 * all that was typed in this form.
 *
 * @param key of the sentence that says it is done, under `response.contacts.done`
 */
export async function takePlan(
  ctx: HttpContext,
  form: string,
  key: string,
  act: (petition: Petition, typed: Typed) => Promise<unknown>
) {
  const petition = await petitionToContact(ctx)
  return takeForm(
    ctx,
    PLAN_PAGE,
    async (typed) => {
      await act(petition, typed)
      const params = { number: petition.shownNumber }
      ctx.session.flash('done', { key, params })
      const page = addressOf(
        'contact_plans.create',
        ctx.i18n.locale,
        { number: petition.number },
        { liste: cameFrom(ctx) }
      )
      return ctx.response.redirect().status(303).toPath(page)
    },
    async ({ words: typed }) => ({ ...(await planPage(ctx, petition)), typed, form })
  )
}
