import type { HttpContext } from '@adonisjs/core/http'
import { loadsPage } from '../inbox/loads_page.ts'

/** Kimde kaç başvuru var: what each officer of a head's unit has in hand. */
export default class LoadsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('response/loads/index', await loadsPage(ctx))
  }
}
