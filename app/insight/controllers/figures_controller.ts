import type { HttpContext } from '@adonisjs/core/http'
import { breathing } from '#shared/breath'
import { pageOrFragment } from '#shared/fragment'
import { figuresFor } from '../figures.ts'

/** The managers' page: a sentence, four figures, two tables; or that they are being counted. */
export default class FiguresController {
  async index(ctx: HttpContext) {
    const figures = await figuresFor(ctx.officer, ctx.i18n.locale)
    const data = { isCounting: !figures, ...figures, breath: breathing() }
    return pageOrFragment(ctx, 'insight/figures/index', 'insight/figures/_figures', data)
  }
}
