import type { HttpContext } from '@adonisjs/core/http'
import { noteAnswer } from '../forwarding/acts/note_answer.ts'
import { takeFollowed } from '../forwarding/take.ts'

/** What an outside body answered, or that it answers by itself. */
export default class ForwardingAnswersController {
  store(ctx: HttpContext) {
    return takeFollowed(ctx, 'routing.forwarding.done.answered', noteAnswer)
  }
}
