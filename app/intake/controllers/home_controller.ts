import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'

/** The citizen's first page. */
export default class HomeController {
  async show({ view }: HttpContext) {
    const { promise } = await Catalogue.current()
    return view.render('intake/home', { promise })
  }
}
