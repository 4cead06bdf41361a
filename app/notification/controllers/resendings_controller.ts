import type { HttpContext } from '@adonisjs/core/http'
import { goBack, messageAt } from '../follow_up/at_petition.ts'
import { takeAtMessages } from '../follow_up/messages_page.ts'
import { sendAgain } from '../follow_up/sending_again.ts'

/** The bureau sends again what did not arrive. */
export default class ResendingsController {
  async store(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    return takeAtMessages(ctx, petition, async () => {
      await sendAgain(message, petition, ctx.officer)
      return goBack(ctx, petition, { key: 'notification.flash.sentAgain' })
    })
  }
}
