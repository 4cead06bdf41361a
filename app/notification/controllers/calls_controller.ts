import type { HttpContext } from '@adonisjs/core/http'
import type { Petition } from '#intake'
import { Problems, Refusal } from '#shared/typed/problems'
import { goBack, messageAt } from '../follow_up/at_petition.ts'
import { callPage } from '../follow_up/call_page.ts'
import { Call } from '../models/call.ts'
import type { Message } from '../models/message.ts'

/** "Başvuru sahibini arayın": whom to call, and what came of the call. */
export default class CallsController {
  async create(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    return ctx.view.render('notification/calls/create', await callPage(ctx, petition, message))
  }

  async store(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    const { result = '', note, task = '' } = ctx.request.body()
    try {
      await Call.make(message, petition, ctx.officer, { result, note: note || null, task })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return this.#mend(ctx, petition, message, error)
    }
    return goBack(ctx, petition, { key: 'notification.flash.called' })
  }

  async #mend(ctx: HttpContext, petition: Petition, message: Message, refusal: Refusal) {
    const problems = new Problems(ctx.i18n, 'notification').addAll(refusal)
    const { result, note, from } = ctx.request.body()
    await message.refresh()
    ctx.response.status(422)
    const page = await callPage(ctx, petition, message)
    return ctx.view.render('notification/calls/create', {
      ...page,
      problems,
      typed: { result, note, from },
    })
  }
}
