import type { HttpContext } from '@adonisjs/core/http'
import { letterArrived } from '../post/letter_arrived.ts'
import { letterAt } from '../post/page.ts'
import { takeDelivery } from '../post/take.ts'

/** A letter reached its petitioner: its slip came back, or somebody signed for it. */
export default class LetterArrivalsController {
  store(ctx: HttpContext) {
    const form = `arrived-${ctx.params.letter}`
    return takeDelivery(ctx, form, 'notification.post.done.arrived', async (petition, typed) => {
      await letterArrived(petition, await letterAt(ctx, petition), ctx.officer, typed)
    })
  }
}
