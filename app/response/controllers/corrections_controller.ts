import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { checkedMending } from '../checks/mended.ts'
import { Answer } from '../models/answer.ts'
import { closeSitting } from '../writing/close.ts'

/** The head mends the words of an answer that waits, and keeps them so. */
export default class CorrectionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'correct', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      form.demandSeen(answer.version)
      const noted = await checkedMending(answer, form.draft(), form)
      const changed = await answer.correct(form.draft(), form.officer, noted)
      await closeSitting(form)
      return { to: 'card', key: `response.flash.${changed ? 'corrected' : 'unchanged'}` }
    })
  }
}
