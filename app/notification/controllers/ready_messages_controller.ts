import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { cameFrom } from '#shared/typed/came_from'
import { takeForm } from '#shared/typed/take_form'
import { petitionToText, readyPage } from '../ready/ready_page.ts'
import { sendReady } from '../ready/send_ready.ts'

const PAGE = 'notification/ready_messages/create'

/** Hazır mesaj: an officer writes to the petitioner in ready words, and reads them before. */
export default class ReadyMessagesController {
  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await readyPage(ctx, await petitionToText(ctx)))
  }

  async store(ctx: HttpContext) {
    const petition = await petitionToText(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await sendReady(petition, ctx.officer, typed)
        const { number, shownNumber } = petition
        ctx.session.flash('done', {
          key: 'notification.flash.texted',
          params: { number: shownNumber },
        })
        const card = addressOf('cards.show', ctx.i18n.locale, { number }, { liste: cameFrom(ctx) })
        return ctx.response.redirect().status(303).toPath(card)
      },
      async ({ words: typed }) => ({
        ...(await readyPage(ctx, await petitionToText(ctx))),
        typed,
      })
    )
  }
}
