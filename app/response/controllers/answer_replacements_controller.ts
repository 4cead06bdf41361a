import type { HttpContext } from '@adonisjs/core/http'
import { Pressed } from '../card/pressed.ts'
import { decideReplacement } from '../replacing/decide.ts'
import { answeredAt, replacementPage } from '../replacing/page.ts'
import { replaceAnswer } from '../replacing/replace.ts'
import { PAGE, takeReplacement } from '../replacing/take.ts'
import { closeSitting } from '../writing/close.ts'

/** Düzeltilmiş cevap: another answer takes the place of one that was given, through the head. */
export default class AnswerReplacementsController {
  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await replacementPage(ctx, await answeredAt(ctx)))
  }

  store(ctx: HttpContext) {
    return takeReplacement(ctx, async (petition) => {
      const form = new Pressed(ctx, petition, 'replaceAnswer')
      await replaceAnswer(form)
      await closeSitting(form)
      return 'response.flash.replacementWaits'
    })
  }

  update(ctx: HttpContext) {
    return takeReplacement(ctx, async (petition, typed) => {
      await decideReplacement(petition, ctx.officer, typed)
      const isRefused = typed.text('intent') === 'refuse'
      return isRefused ? 'response.flash.replacementRefused' : 'response.flash.answerReplaced'
    })
  }
}
