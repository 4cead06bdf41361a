import type { HttpContext } from '@adonisjs/core/http'
import { decideReplacement } from '../replacing/decide.ts'
import { answeredAt, replacementPage } from '../replacing/page.ts'
import { replaceAnswer } from '../replacing/replace.ts'
import { PAGE, takeReplacement } from '../replacing/take.ts'

/** Düzeltilmiş cevap: another answer takes the place of one that was given, through the head. */
export default class AnswerReplacementsController {
  async create(ctx: HttpContext) {
    return ctx.view.render(PAGE, await replacementPage(ctx, await answeredAt(ctx)))
  }

  store(ctx: HttpContext) {
    return takeReplacement(ctx, async (petition, typed) => {
      await replaceAnswer(petition, ctx.officer, typed)
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
