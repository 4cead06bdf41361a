import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, type Petition } from '#intake'
import { addressOf } from '#shared/address'
import { cameFrom } from '#shared/typed/came_from'
import { Refusal } from '#shared/typed/problems'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'

/** Does what a form of promises asks for, and goes back to all that was promised to the petition. */
export function takePromise(
  ctx: HttpContext,
  page: string,
  { number }: Petition,
  act: (typed: Typed) => Promise<unknown>,
  rest: () => Promise<object>
) {
  const save = async (typed: Typed) => {
    try {
      await act(typed)
    } catch (error) {
      if (!(error instanceof PetitionChanged)) throw error
      throw new Refusal({ field: 'version', rule: 'changed' })
    }
    ctx.session.flash('done', { key: 'response.commitments.done', params: {} })
    const to = addressOf(
      'commitments.create',
      ctx.i18n.locale,
      { number },
      { liste: cameFrom(ctx) }
    )
    return ctx.response.redirect().status(303).toPath(to)
  }
  return takeForm(ctx, page, save, async (typed) => ({ ...(await rest()), typed: typed.words }))
}
