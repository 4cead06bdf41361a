import type { HttpContext } from '@adonisjs/core/http'
import { textsPage } from '../writing/texts_page.ts'

/** Metinler: the wordings of an answer, and what became of one in another. */
export default class AnswerVersionsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('response/answer_versions/index', await textsPage(ctx))
  }
}
