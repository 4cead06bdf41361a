import type { HttpContext } from '@adonisjs/core/http'
import { noteDispatch } from '../forwarding/acts/note_dispatch.ts'
import { takeFollowed } from '../forwarding/take.ts'

/** The letter of a forwarding left the house. */
export default class ForwardingDispatchesController {
  store(ctx: HttpContext) {
    return takeFollowed(ctx, 'routing.forwarding.done.sent', noteDispatch)
  }
}
