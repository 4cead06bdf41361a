import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { askLetter } from '../post/ask_letter.ts'
import { dropLetter } from '../post/drop_letter.ts'
import { letterAt } from '../post/page.ts'
import { sendLetter } from '../post/send_letter.ts'
import { takeDelivery } from '../post/take.ts'
import { LETTER_LISTS, WaitingLetters } from '../post/lists/waiting_letters.ts'

/** Postalanacaklar: answers that go on paper, from when they are wanted until they are posted. */
export default class PostedLettersController {
  async index(ctx: HttpContext) {
    const { officer, view, i18n } = ctx
    const asked = Typed.asked(ctx)
    const state = asked.oneOf('durum', LETTER_LISTS) ?? 'waiting'
    const after = asked.text('sonra')
    const { rows, next, isShort } = await WaitingLetters.page(officer, state, after)
    const at = (durum: string, sonra?: string) =>
      addressOf('posted_letters.index', i18n.locale, {}, { durum, ...(sonra && { sonra }) })
    return view.render('notification/posted_letters/index', {
      ...{ rows, isShort, after, list: state },
      filters: LETTER_LISTS.map((key) => ({ key, href: at(key), isChosen: key === state })),
      next: next && at(state, next),
      first: after ? at(state) : null,
    })
  }

  store(ctx: HttpContext) {
    return takeDelivery(ctx, 'ask', 'notification.post.done.asked', (petition) =>
      askLetter(petition, ctx.officer)
    )
  }

  update(ctx: HttpContext) {
    const form = `letter-${ctx.params.letter}`
    return takeDelivery(ctx, form, 'notification.post.done.posted', async (petition, typed) => {
      await sendLetter(petition, await letterAt(ctx, petition), ctx.officer, typed)
    })
  }

  destroy(ctx: HttpContext) {
    const form = `letter-${ctx.params.letter}`
    return takeDelivery(ctx, form, 'notification.post.done.dropped', async (petition) => {
      await dropLetter(await letterAt(ctx, petition), ctx.officer)
    })
  }
}
