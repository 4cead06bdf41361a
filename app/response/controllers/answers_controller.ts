import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** A unit keeps the draft of its answer, or puts it before its head. */
export default class AnswersController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'draft', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      if (form.submits) {
        await answer.submit(form.draft(), form.officer)
        return { to: 'next', key: 'response.flash.submitted' }
      }
      await answer.write(form.draft(), form.officer)
      return { to: 'card', key: 'response.flash.saved' }
    })
  }
}
