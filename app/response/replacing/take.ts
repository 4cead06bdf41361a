import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged, type Petition } from '#intake'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { ChecksOpen } from '../checks/open.ts'
import { answeredAt, replacementPage } from './page.ts'
import { overtaken } from './meanwhile.ts'
import { isReplaced } from './was_replaced.ts'

export const PAGE = 'response/answer_replacements/create'

/** Does what a form of the page asks for, of the petition as the form showed it, and goes to the card. */
export async function takeReplacement(
  ctx: HttpContext,
  act: (petition: Petition, typed: Typed) => Promise<string>
) {
  const petition = await answeredAt(ctx)
  return takeForm(
    ctx,
    PAGE,
    async (typed) => {
      const isDone = await isReplaced(petition, ctx.officer, typed)
      const key = isDone ? 'response.flash.already' : await unchanged(ctx, petition, typed, act)
      const { number, shownNumber } = petition
      ctx.session.flash('done', { key, params: { number: shownNumber } })
      const to = addressOf('cards.show', ctx.i18n.locale, { number })
      return ctx.response.redirect().status(303).toPath(to)
    },
    async (typed, refusal) => ({
      ...(await replacementPage(ctx, petition, typed.words)),
      ...(refusal instanceof ChecksOpen && refusal.page),
    })
  )
}

/** @throws Refusal where somebody else was there since the page was made */
async function unchanged(
  { officer }: HttpContext,
  petition: Petition,
  typed: Typed,
  act: (petition: Petition, typed: Typed) => Promise<string>
) {
  try {
    if (typed.text('version') !== String(petition.version)) throw new PetitionChanged()
    return await act(petition, typed)
  } catch (error) {
    throw error instanceof PetitionChanged ? await overtaken(petition, officer, typed) : error
  }
}
