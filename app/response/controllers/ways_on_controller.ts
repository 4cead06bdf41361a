import type { HttpContext } from '@adonisjs/core/http'
import { goOn } from '../contacts/go_on.ts'
import { takePlan } from '../contacts/take_plan.ts'

/** Ulaşılamıyor: how it goes on with somebody who was not reached three times. */
export default class WaysOnController {
  store(ctx: HttpContext) {
    return takePlan(ctx, 'goOn', 'response.contacts.done.wentOn', (petition, typed) =>
      goOn(petition, ctx.officer, typed)
    )
  }
}
