import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { writeIn } from '../clarifying/write_in.ts'

/** What a petitioner answered to a question, as an officer writes it down. */
export default class QuestionAnswersController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'noteAnswer', async (form) => {
      await writeIn(form.petition, form.officer, form.own.words)
      return { to: 'card', key: 'response.flash.clarified' }
    })
  }
}
