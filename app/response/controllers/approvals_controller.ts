import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** The head approves an answer, which gives it and concludes the petition. */
export default class ApprovalsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'approve', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      await answer.approve(form.officer)
      return { to: 'card', key: 'response.flash.approved' }
    })
  }
}
