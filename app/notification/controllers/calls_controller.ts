import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { goBack, messageAt } from '../follow_up/at_petition.ts'
import { callPage } from '../follow_up/call_page.ts'
import { Call } from '../models/call.ts'

const PAGE = 'notification/calls/create'

/** "Başvuru sahibini arayın": whom to call, and what came of the call. */
export default class CallsController {
  async create(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    return ctx.view.render(PAGE, await callPage(ctx, petition, message))
  }

  async store(ctx: HttpContext) {
    const { petition, message } = await messageAt(ctx)
    return takeForm(
      ctx,
      PAGE,
      async (typed) => {
        await Call.make(message, petition, ctx.officer, typed.words)
        return goBack(ctx, petition, { key: 'notification.flash.called' })
      },
      async () => callPage(ctx, petition, await message.refresh())
    )
  }
}
