import type { HttpContext } from '@adonisjs/core/http'
import { takeOver } from '../approving/take_back.ts'
import { CardForm } from '../card/form.ts'
import { Answer } from '../models/answer.ts'

/** Devralma: somebody else goes on writing an answer that waits for the head. */
export default class TakeOversController {
  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'takeOver', async (form) => {
      await takeOver(await Answer.draftFor(form.petition), form.officer)
      return { to: 'card', key: 'response.flash.takenOver' }
    })
  }
}
