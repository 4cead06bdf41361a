import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged } from '#intake'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { ForwardingChanged, type Followed } from './change.ts'
import { followed } from './followed.ts'
import { forwardingPage } from './page.ts'

export const PAGE = 'routing/forwarding/show'

/** Takes one of the page's forms: it is done, or the page comes back with all that was typed. */
export async function takeFollowed(
  ctx: HttpContext,
  done: string,
  act: (of: Followed, typed: Typed) => Promise<void>
) {
  const { officer, session, response, i18n } = ctx
  const of = { ...(await followed(ctx)), officer }
  return takeForm(
    ctx,
    PAGE,
    async (typed) => {
      await act(of, typed).catch(told)
      session.flash('done', { key: done })
      const to = addressOf('forwarding_letters.show', i18n.locale, { number: of.petition.number })
      return response.redirect().status(303).toPath(to)
    },
    async (typed) => {
      const page = await forwardingPage(await followed(ctx))
      return { ...page, typed: { ...page.typed, ...typed.words } }
    }
  )
}

/** Between the look and the writing somebody was faster. */
function told(error: unknown): never {
  throw error instanceof PetitionChanged ? new ForwardingChanged() : error
}
