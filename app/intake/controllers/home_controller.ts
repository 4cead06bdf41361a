import type { HttpContext } from '@adonisjs/core/http'
import { preparedPage } from '../form/prepared_page.ts'

/** The citizen's first page: an office's, or that of all offices of a province. */
export default class HomeController {
  show(ctx: HttpContext) {
    if (!ctx.site.authority) return preparedPage(ctx, 'intake/province', async () => ({}))
    const { promise } = ctx.catalogue
    return preparedPage(ctx, 'intake/home', async () => ({ promise }))
  }
}
