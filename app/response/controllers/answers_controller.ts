import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** A unit keeps the draft of its answer, or puts it before its head. */
export default class AnswersController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'draft', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      const draft = {
        outcome: form.textOrNull('outcome'),
        ground: form.textOrNull('ground'),
        text: form.text('text'),
        reason: form.textOrNull('reason'),
        // Empty is not unknown: who clears the offered remedy does not get it back.
        remedy: form.text('remedy'),
      }
      if (form.text('intent') === 'submit') {
        await answer.submit(draft, form.officer)
        return { to: 'card', key: 'response.flash.submitted' }
      }
      await answer.write(draft, form.officer)
      return { to: 'card', key: 'response.flash.saved' }
    })
  }
}
