import type { HttpContext } from '@adonisjs/core/http'
import { addQuestion, amendQuestion } from '#organisation'
import { takeForm } from '#shared/typed/take_form'
import type { Typed } from '#shared/typed/typed'
import { goOn, seenIn } from '../kept_row.ts'
import {
  newQuestionPage,
  QUESTION_PAGE,
  questionAt,
  questionPage,
  wordsOf,
} from '../subjects/question_page.ts'
import { subjectAt } from '../subjects/subject_page.ts'

const NEW = 'administration/questions/create'

/** Konu soruları: what is asked of whoever chooses a subject. */
export default class SubjectQuestionsController {
  async create(ctx: HttpContext) {
    const typed = { field: 'text', requiredAt: 'nowhere' }
    return ctx.view.render(NEW, { ...newQuestionPage(await subjectAt(ctx)), typed })
  }

  async store(ctx: HttpContext) {
    const subject = await subjectAt(ctx)
    const add = async (typed: Typed) => {
      const { label: name } = await addQuestion(subject, typed, ctx.officer)
      const key = 'administration.flash.added'
      return goOn(ctx, { to: 'subjects.edit', id: subject.id, name, key })
    }
    return takeForm(ctx, NEW, add, () => newQuestionPage(subject))
  }

  async edit(ctx: HttpContext) {
    const question = await questionAt(ctx)
    const page = { ...(await questionPage(question)), typed: wordsOf(question) }
    return ctx.view.render(QUESTION_PAGE, page)
  }

  async update(ctx: HttpContext) {
    const question = await questionAt(ctx)
    const keep = async (typed: Typed) => {
      const { label: name } = await amendQuestion(question.id, typed, seenIn(typed), ctx.officer)
      const key = 'administration.flash.kept'
      return goOn(ctx, { to: 'subjects.edit', id: question.subjectId, name, key })
    }
    return takeForm(ctx, QUESTION_PAGE, keep, (_, refusal) => questionPage(question, refusal))
  }
}
