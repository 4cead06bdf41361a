import type { HttpContext } from '@adonisjs/core/http'
import { enterNumber } from '../forwarding/acts/enter_number.ts'
import { followed } from '../forwarding/followed.ts'
import { forwardingPage } from '../forwarding/page.ts'
import { PAGE, takeFollowed } from '../forwarding/take.ts'

/** Üst yazı: the letter of a forwarding, what it says, how it left, and what came of it. */
export default class ForwardingLettersController {
  async show(ctx: HttpContext) {
    return ctx.view.render(PAGE, await forwardingPage(await followed(ctx)))
  }

  update(ctx: HttpContext) {
    return takeFollowed(ctx, 'routing.forwarding.done.number', enterNumber)
  }
}
