import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** The head sends an answer back, with what is to be mended. */
export default class RevisionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'sendBack', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      await answer.sendBack(form.officer, form.text('reason'))
      return { to: 'next', key: 'response.flash.sentBack' }
    })
  }
}
