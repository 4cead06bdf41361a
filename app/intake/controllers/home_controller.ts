import type { HttpContext } from '@adonisjs/core/http'
import { preparedPage } from '../form/prepared_page.ts'

/** The citizen's first page. */
export default class HomeController {
  show(ctx: HttpContext) {
    const { promise } = ctx.catalogue
    return preparedPage(ctx, 'intake/home', async () => ({ promise }))
  }
}
