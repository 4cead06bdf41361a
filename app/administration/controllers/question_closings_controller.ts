import type { HttpContext } from '@adonisjs/core/http'
import { closeQuestion, reopenQuestion } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import { QUESTION_PAGE, questionAt, questionPage, wordsOf } from '../subjects/question_page.ts'

type Act = typeof closeQuestion

/** Kapatma: a question is not asked any more, and asked again. */
export default class QuestionClosingsController {
  store(ctx: HttpContext) {
    return pressed(ctx, 'administration.flash.closed', closeQuestion)
  }

  destroy(ctx: HttpContext) {
    return pressed(ctx, 'administration.flash.reopened', reopenQuestion)
  }
}

async function pressed(ctx: HttpContext, key: string, act: Act) {
  const question = await questionAt(ctx)
  const press = async (typed: Typed) => {
    const { label: name, subjectId: id } = await act(question.id, seenIn(typed), ctx.officer)
    return goOn(ctx, { to: 'subjects.edit', id, name, key })
  }
  return takeForm(ctx, QUESTION_PAGE, press, async (_, refusal) => {
    const page = await questionPage(question, refusal)
    return { ...page, typed: wordsOf(page.question) }
  })
}
