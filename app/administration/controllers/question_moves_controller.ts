import type { HttpContext } from '@adonisjs/core/http'
import { DIRECTIONS, moveQuestion } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { goToPlace } from '../subjects/place.ts'
import { questionAt } from '../subjects/question_page.ts'

/** Sıra: a question goes one place up or down among those of its subject. */
export default class QuestionMovesController {
  async store(ctx: HttpContext) {
    const { id } = await questionAt(ctx)
    const direction = Typed.from(ctx).oneOf('yon', DIRECTIONS) ?? 'up'
    const { subjectId } = await moveQuestion(id, direction, ctx.officer)
    return goToPlace(ctx, 'subjects.edit', `s${id}`, subjectId)
  }
}
