import type { HttpContext } from '@adonisjs/core/http'
import { CardForm } from '../card/form.ts'
import { ask } from '../clarifying/ask.ts'
import { passOn } from '../clarifying/pass_on.ts'
import { stop } from '../clarifying/stop.ts'

/** Whoever brought a petition is asked, of a tip-off through the desk, until nobody waits any more. */
export default class QuestionsController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'ask', async (form) => {
      await ask(form.petition, form.officer, form.text('question'))
      const isWaiting = form.petition.stage === 'awaitingPetitioner'
      return { to: 'card', key: isWaiting ? 'response.flash.askedOn' : 'response.flash.asked' }
    })
  }

  update(ctx: HttpContext) {
    return CardForm.take(ctx, 'passOn', async (form) => {
      await passOn(form.petition, form.officer, form.text('question'))
      return { to: 'card', key: 'response.flash.askedOn' }
    })
  }

  destroy(ctx: HttpContext) {
    return CardForm.take(ctx, 'stopWaiting', async (form) => {
      await stop(form.petition, form.officer)
      return { to: 'card', key: 'response.flash.askingStopped' }
    })
  }
}
