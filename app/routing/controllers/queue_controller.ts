import type { HttpContext } from '@adonisjs/core/http'
import { queuePage } from '../queue/queue_page.ts'

/** Masa: what waits for the bureau, by its last day, and where everything else stands. */
export default class QueueController {
  index(ctx: HttpContext) {
    return queuePage(ctx)
  }
}
