import type { HttpContext } from '@adonisjs/core/http'

/**
 * One address serves a page and the fragment that the page includes: htmx says which of the two it
 * wants, and caches are told that the answer depends on it.
 *
 * @param page template of the whole page; its fragment stands beside it, under `fragment`
 */
export function pageOrFragment(ctx: HttpContext, page: string, fragment: string, data: object) {
  const { request, response, view } = ctx
  response.vary('HX-Request-Type')
  const partial = request.header('hx-request-type') === 'partial'
  return view.render(partial ? fragment : page, { ...data, isFragment: partial })
}
