import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Refuses what another site's page posts in a visitor's name: a petition, or an officer's form that
 * would be carried through the sign-in and sent with the officer's authority. Browsers say where a form stood in Sec-Fetch-Site, older
 * ones in Origin; where both are absent (old and text browsers) the form's token decides.
 */
export default class OwnFormMiddleware {
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
