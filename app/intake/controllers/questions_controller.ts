import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Questions } from '../form/questions/questions.ts'

/** Konu soruları: asked for by a form as its subject is chosen. Keeps nothing. */
export default class QuestionsController {
  async store(ctx: HttpContext) {
    const typed = Typed.from(ctx)
    const questions = Questions.of(typed, ctx.catalogue, ctx.i18n.locale, doorOf(ctx))
    ctx.response.header('cache-control', 'no-store')
    return ctx.view.render('intake/petitions/_questions', { questions, typed: typed.words })
  }
}

function doorOf({ officer }: HttpContext) {
  return officer ? 'desk' : 'web'
}
