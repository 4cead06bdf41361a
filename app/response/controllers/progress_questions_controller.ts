import type { HttpContext } from '@adonisjs/core/http'
import { askProgress } from '#routing'
import { CardForm } from '../card/form.ts'

/** Ne durumda: the desk asks the unit in charge how far it is. */
export default class ProgressQuestionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'askProgress', async (form) => {
      await askProgress(form.petition, form.officer, form.text('question'))
      return { to: 'card', key: 'routing.flash.progressAsked' }
    })
  }
}
