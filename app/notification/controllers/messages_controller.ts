import type { HttpContext } from '@adonisjs/core/http'
import { petitionSeenAt } from '../follow_up/at_petition.ts'
import { messagesPage } from '../follow_up/messages_page.ts'

/** Mesajlar: what the petitioner was told, and whether it arrived. */
export default class MessagesController {
  async index(ctx: HttpContext) {
    return messagesPage(ctx, await petitionSeenAt(ctx))
  }
}
