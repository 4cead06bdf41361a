import type { HttpContext } from '@adonisjs/core/http'
import { miss } from '../waiting_room/line/with_ticket.ts'
import { withOwn } from '../waiting_room/pages/own_ticket.ts'

/** Gelmedi: nobody came to the counter. */
export default class QueueAbsencesController {
  store(ctx: HttpContext) {
    return withOwn(ctx, async (ticket) => ((await miss(ticket)) ? 'back' : 'absent'))
  }
}
