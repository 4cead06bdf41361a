import type { HttpContext } from '@adonisjs/core/http'
import { handedOver } from '../post/letter_arrived.ts'
import { deliveryPage, petitionToReach } from '../post/page.ts'
import { PAGE, takeDelivery } from '../post/take.ts'

/** Cevabın ulaşması: when and how an answer reached its petitioner, and what brings it there. */
export default class DeliveriesController {
  async show(ctx: HttpContext) {
    return ctx.view.render(PAGE, await deliveryPage(ctx, await petitionToReach(ctx)))
  }

  /** Handed over at the desk against a signature. */
  store(ctx: HttpContext) {
    return takeDelivery(ctx, 'counter', 'notification.post.done.arrived', (petition, typed) =>
      handedOver(petition, ctx.officer, typed)
    )
  }
}
