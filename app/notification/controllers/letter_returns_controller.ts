import type { HttpContext } from '@adonisjs/core/http'
import { letterBack } from '../post/letter_back.ts'
import { letterAt } from '../post/page.ts'
import { takeDelivery } from '../post/take.ts'

/** A letter came back, and goes on in another way. */
export default class LetterReturnsController {
  store(ctx: HttpContext) {
    const form = `back-${ctx.params.letter}`
    return takeDelivery(ctx, form, 'notification.post.done.back', async (petition, typed) => {
      await letterBack(petition, await letterAt(ctx, petition), ctx.officer, typed)
    })
  }
}
