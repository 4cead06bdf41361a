import type { HttpContext } from '@adonisjs/core/http'

/** The citizen's first page. */
export default class HomeController {
  show({ view }: HttpContext) {
    return view.render('intake/home')
  }
}
