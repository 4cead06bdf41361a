import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { takeForm } from '#shared/typed/take_form'
import { record } from '../counter/record.ts'
import { talkAt, talkPage } from '../counter/talk.ts'

const PAGE = 'response/counter_talks/create'

/** Gişede görüşme: what is known is read out to whoever brought a petition, and kept with what they added. */
export default class CounterTalksController {
  async create(ctx: HttpContext) {
    const talk = await talkAt(ctx)
    if (!talk.check) return toCheck(ctx)
    return ctx.view.render(PAGE, await talkPage(ctx, talk))
  }

  async store(ctx: HttpContext) {
    const talk = await talkAt(ctx)
    const { petition, check } = talk
    if (!check) return toCheck(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await record(petition, check, ctx.officer, typed.words)
        const params = { number: petition.shownNumber }
        ctx.session.flash('done', { key: 'response.flash.spoken', params })
        const to = addressOf('cards.show', ctx.i18n.locale, { number: petition.number })
        return ctx.response.redirect().status(303).toPath(to)
      },
      (typed) => talkPage(ctx, talk, typed.words)
    )
  }
}

/** Nobody was known to stand there, or longer than an hour ago. */
function toCheck({ params, response, i18n }: HttpContext) {
  const to = addressOf('counter_checks.create', i18n.locale, { number: params.number as string })
  return response.redirect().status(303).toPath(to)
}
