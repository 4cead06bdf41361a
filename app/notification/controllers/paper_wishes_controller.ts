import type { HttpContext } from '@adonisjs/core/http'
import { takeDelivery } from '../post/take.ts'
import { wishPaper } from '../post/wish_paper.ts'

/** The answer that is to come is wanted on paper, or no more. */
export default class PaperWishesController {
  store(ctx: HttpContext) {
    return takeDelivery(ctx, 'wish', 'notification.post.done.wished', (petition) =>
      wishPaper(petition, ctx.officer, true)
    )
  }

  destroy(ctx: HttpContext) {
    return takeDelivery(ctx, 'wish', 'notification.post.done.unwished', (petition) =>
      wishPaper(petition, ctx.officer, false)
    )
  }
}
