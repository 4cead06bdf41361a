import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { accessesPage } from '../accesses/accesses_page.ts'

/** Erişimler: which officers opened which petition, and searched the register, when. */
export default class AccessesController {
  async index(ctx: HttpContext) {
    const page = await accessesPage(ctx, Typed.from(ctx))
    return ctx.view.render('administration/accesses/index', page)
  }
}
