import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '#intake'
import { pageOrFragment } from '#shared/fragment'
import { Message } from '../models/message.ts'

/** Mesajlar: what the petitioner was told, and whether it arrived. */
export default class MessagesController {
  async index(ctx: HttpContext) {
    const { request, params, officer } = ctx
    const petition = await Petition.findFor(officer, params.number)
    if (!petition) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])

    const hidden = petition.hidesPetitionerFrom(officer)
    const messages = (await Message.of(petition)).map((message) => ({
      event: message.event,
      channel: message.channel,
      state: message.state,
      words: message.words,
      at: message.at,
      recipient: hidden ? '' : message.maskedRecipient,
      tries: message.attempts,
    }))
    const list = { number: petition.number, messages }
    return pageOrFragment(ctx, 'notification/messages/index', 'notification/messages/_list', list)
  }
}
