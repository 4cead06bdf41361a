import type { HttpContext } from '@adonisjs/core/http'
import { figuresFor } from '../figures.ts'

/** The managers' page: a sentence, four figures, two tables. */
export default class FiguresController {
  async index({ view, officer, i18n, request, response }: HttpContext) {
    response.vary('HX-Request-Type')
    const partial = request.header('hx-request-type') === 'partial'
    const figures = await figuresFor(officer, i18n.locale)
    return view.render(partial ? 'insight/figures/_figures' : 'insight/figures/index', figures)
  }
}
