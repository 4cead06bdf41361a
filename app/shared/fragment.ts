import type { HttpContext } from '@adonisjs/core/http'

/**
 * One address serves a page and the fragment that the page includes: htmx says which of the two it
 * wants, and caches are told that the answer depends on it.
 *
 * @param page template of the whole page; its fragment stands beside it, under `fragment`
 */
export function pageOrFragment(ctx: HttpContext, page: string, fragment: string, data: object) {
  const partial = isFragment(ctx)
  return ctx.view.render(partial ? fragment : page, { ...data, isFragment: partial })
}

/** Whether a part of a page is asked for, which must never be answered with a page. */
export function isFragment({ request, response }: HttpContext) {
  response.vary('HX-Request-Type')
  return request.header('hx-request-type') === 'partial'
}

/**
 * Why a part of a page did not come: a sentence at the head of the page (components/layout/staff),
 * and what is shown stays as it is.
 *
 * @param words key of the sentence
 */
export async function tellBeside(ctx: HttpContext, status: number, words: string) {
  const { request, response, view } = ctx
  const page = request.header('hx-current-url') ?? ''
  const { pathname, search } = new URL(URL.canParse(page) ? page : 'http://localhost/')
  response
    .status(status)
    .header('cache-control', 'no-store')
    .header('hx-retarget', '#beside')
    .header('hx-reswap', 'innerHTML')
  return response.send(await view.render('errors/beside', { words, next: pathname + search }))
}
