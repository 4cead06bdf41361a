import type { HttpContext } from '@adonisjs/core/http'
import { Petition, PetitionChanged } from '#intake'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { Forwarding } from '../models/forwarding.ts'
import { ForwardingChanged, type Followed } from './change.ts'
import { followed } from './followed.ts'
import { forwardingPage } from './page.ts'

export const PAGE = 'routing/forwarding/show'
type Act = (of: Followed, typed: Typed) => Promise<void>

/** Takes one of the page's forms: it is done, or the page comes back with all that was typed. */
export async function takeFollowed(ctx: HttpContext, done: string, act: Act) {
  const { officer, session, response, i18n } = ctx
  const of = { ...(await followed(ctx)), officer }
  return takeForm(
    ctx,
    PAGE,
    async (typed) => {
      await act(of, typed).catch((error) => onceMore(error, of, (now) => act(now, typed)))
      session.flash('done', { key: done })
      const to = addressOf('forwarding_letters.show', i18n.locale, { number: of.petition.number })
      return response.redirect().status(303).toPath(to)
    },
    async (typed) => {
      const page = await forwardingPage(await fresh(of))
      return { ...page, typed: { ...page.typed, ...typed.words } }
    }
  )
}

/** Somebody was faster: where that was one's own other press, it is done already. */
async function onceMore(error: unknown, of: Followed, act: (now: Followed) => Promise<void>) {
  if (!(error instanceof PetitionChanged || error instanceof ForwardingChanged)) throw error
  try {
    await act(await fresh(of))
  } catch (again) {
    throw again instanceof PetitionChanged ? new ForwardingChanged() : again
  }
}

async function fresh({ petition, forwarding, officer }: Followed): Promise<Followed> {
  const now = await Petition.findOrFail(petition.id)
  return { petition: now, forwarding: await Forwarding.findOrFail(forwarding.id), officer }
}
