import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Forbidden } from '#exceptions/forbidden'

/** What a form is that says it stood nowhere (`Origin: null`). */
type Nowhere = 'foreign' | 'unknown'

/**
 * Refuses what another site's page posts in a visitor's name: a petition, or an officer's form that
 * would be carried through the sign-in and sent with the officer's authority. Browsers say where a
 * form stood in Sec-Fetch-Site, older ones in Origin; where both are absent (old and text browsers)
 * the form's token decides. `Origin: null` is what a sandboxed frame of another site says, but also
 * an old browser that is careful: a citizen's form has only its token to go by, an officer's is refused.
 */
export default class OwnFormMiddleware {
  async handle({ request }: HttpContext, next: NextFn, nowhere: Nowhere = 'unknown') {
    if (request.method() === 'POST' && isForeign(request, nowhere)) throw new Forbidden()
    return next()
  }
}

/** What of a request says where it comes from. */
interface Asked {
  header(name: string): string | undefined
  host(): string | null
}

/** Whether the form stood on another site. */
export function isForeign(request: Asked, nowhere: Nowhere) {
  const site = request.header('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.header('origin')
  if (origin === 'null') return nowhere === 'foreign'
  return Boolean(origin && hostOf(origin) !== request.host())
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
