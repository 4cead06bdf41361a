import type { HttpContext } from '@adonisjs/core/http'
import { Recall } from '#routing'
import { CardForm } from '../card/form.ts'

/** Geri alma: the desk takes back what it referred to the wrong unit. */
export default class RecallsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'recall', async (form) => {
      await Recall.make(form.petition, form.officer, form.text('reason'))
      return { to: 'card', key: 'routing.flash.recalled' }
    })
  }
}
