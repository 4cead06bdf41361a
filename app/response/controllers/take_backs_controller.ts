import type { HttpContext } from '@adonisjs/core/http'
import { takeBack } from '../approving/take_back.ts'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** Onaydan geri alma: whoever put an answer before the head takes it back. */
export default class TakeBacksController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'takeBack', async (form) => {
      await takeBack(await Answer.draftFor(form.petition), form.officer)
      return { to: 'card', key: 'response.flash.takenBack' }
    })
  }
}
