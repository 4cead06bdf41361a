import type { HttpContext } from '@adonisjs/core/http'
import { petitionAt } from '../at_petition.ts'
import { messagesPage } from '../messages_page.ts'

/** Mesajlar: what the petitioner was told, and whether it arrived. */
export default class MessagesController {
  async index(ctx: HttpContext) {
    return messagesPage(ctx, await petitionAt(ctx))
  }
}
