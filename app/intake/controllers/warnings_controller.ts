import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Warnings } from '../form/warnings/warnings.ts'

/** What a form would say before it sends: asked by its page while somebody writes. Keeps nothing. */
export default class WarningsController {
  async store(ctx: HttpContext) {
    const { catalogue, i18n, response, view } = ctx
    const typed = Typed.from(ctx)
    const door = ctx.officer ? 'desk' : 'web'
    const warnings = await Warnings.of({ typed, details: null, door, catalogue, i18n })
    response.header('cache-control', 'no-store')
    return warnings.list.length > 0 ? view.render('intake/petitions/_warnings', { warnings }) : ''
  }
}
