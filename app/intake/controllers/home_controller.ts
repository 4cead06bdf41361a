import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { preparedPage } from '../form/prepared_page.ts'

/** The citizen's first page. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const { promise } = await Catalogue.current()
    return preparedPage(ctx, 'intake/home', async () => ({ promise }))
  }
}
