import type { HttpContext } from '@adonisjs/core/http'
import { checked } from '../checks/passed.ts'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'
import { closeSitting } from '../writing/close.ts'

/** A unit keeps the draft of its answer, or puts it before its head. */
export default class AnswersController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'draft', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      const key = form.submits ? 'response.flash.submitted' : 'response.flash.saved'
      if (form.submits) {
        await answer.submit(form.draft(), form.officer, await checked(form.draft(), form))
      } else await answer.write(form.draft(), form.officer)
      await closeSitting(form)
      return { to: form.submits ? 'next' : 'card', key }
    })
  }
}
