import type { HttpContext } from '@adonisjs/core/http'
import { pageOrFragment } from '#shared/fragment'
import { figuresFor } from '../figures.ts'

/** The managers' page: a sentence, four figures, two tables. */
export default class FiguresController {
  async index(ctx: HttpContext) {
    const figures = await figuresFor(ctx.officer, ctx.i18n.locale)
    return pageOrFragment(ctx, 'insight/figures/index', 'insight/figures/_figures', figures)
  }
}
