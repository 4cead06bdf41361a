import type { HttpContext } from '@adonisjs/core/http'
import { PetitionChanged } from '#intake'
import { Refusal } from '#shared/typed/problems'
import { goBack, messageAt } from '../follow_up/at_petition.ts'
import { messagesRefused } from '../follow_up/messages_page.ts'
import { ChangedMeanwhile, sendAgain } from '../follow_up/sending_again.ts'

/** The bureau sends again what did not arrive. */
export default class ResendingsController {
  async store(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    try {
      await sendAgain(message, petition, ctx.officer)
    } catch (error) {
      if (error instanceof PetitionChanged) {
        return messagesRefused(ctx, petition, new ChangedMeanwhile())
      }
      if (!(error instanceof Refusal)) throw error
      return messagesRefused(ctx, petition, error)
    }
    return goBack(ctx, petition, { key: 'notification.flash.sentAgain' })
  }
}
