import type { HttpContext } from '@adonisjs/core/http'
import { DIRECTIONS, moveHeading } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { headingAt } from '../subjects/heading_page.ts'
import { goToPlace } from '../subjects/place.ts'

/** Sıra: a heading goes one place up or down. */
export default class HeadingMovesController {
  async store(ctx: HttpContext) {
    const { id } = await headingAt(ctx)
    const direction = Typed.from(ctx).oneOf('yon', DIRECTIONS) ?? 'up'
    await moveHeading(id, direction, ctx.officer)
    return goToPlace(ctx, 'subjects.index', `b${id}`)
  }
}
