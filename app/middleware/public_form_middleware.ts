import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * A public form has no session whose authority could be borrowed; what is refused here is another
 * site's page posting in a visitor's name. Browsers say where a form stood in Sec-Fetch-Site, older
 * ones in Origin; where both are absent (old and text browsers) the form's token decides.
 */
export default class PublicFormMiddleware {
  async handle({ request, response, view }: HttpContext, next: NextFn) {
    if (request.method() === 'POST' && isForeign(request)) {
      return response.forbidden(await view.render('errors/forbidden'))
    }
    return next()
  }
}

/** Whether the form stood on another site. */
export function isForeign(request: HttpContext['request']) {
  const site = request.header('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.header('origin')
  return Boolean(origin && origin !== 'null' && hostOf(origin) !== request.host())
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
