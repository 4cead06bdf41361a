import type { HttpContext } from '@adonisjs/core/http'
import { DIRECTIONS, moveSubject } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { goToPlace } from '../subjects/place.ts'
import { subjectAt } from '../subjects/subject_page.ts'

/** Sıra: a subject goes one place up or down under its heading. */
export default class SubjectMovesController {
  async store(ctx: HttpContext) {
    const { id } = await subjectAt(ctx)
    const direction = Typed.from(ctx).oneOf('yon', DIRECTIONS) ?? 'up'
    const { headingId } = await moveSubject(id, direction, ctx.officer)
    return goToPlace(ctx, 'headings.edit', `k${id}`, headingId)
  }
}
