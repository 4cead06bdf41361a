import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** The head approves an answer, with what was mended in it, and concludes the petition. */
export default class ApprovalsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'approve', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      await answer.approve(form.officer, form.own.has('text') ? form.draft() : null)
      return { to: 'next', key: 'response.flash.approved' }
    })
  }
}
