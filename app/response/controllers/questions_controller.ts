import type { HttpContext } from '@adonisjs/core/http'
import { ask, passOn } from '../asking.ts'
import { CardForm } from '../card/form.ts'

/** A unit asks whoever brought a tip-off, and the desk passes the question on. */
export default class QuestionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'ask', async (form) => {
      await ask(form.petition, form.officer, form.text('question'))
      return { to: 'card', key: 'response.flash.asked' }
    })
  }

  update(ctx: HttpContext) {
    return CardForm.take(ctx, 'passOn', async (form) => {
      await passOn(form.petition, form.officer, form.text('question'))
      return { to: 'card', key: 'response.flash.askedOn' }
    })
  }
}
