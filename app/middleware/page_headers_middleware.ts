import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PageStyles } from '#middleware/page_styles'

/**
 * The same few headers on every answer. No page needs a script or a style from anywhere else, none
 * may be shown inside another one, and no address is told to another site. All headers together stay
 * under 600 bytes: on a slow line they come before the first word. No permissions-policy: with
 * no script and no frame of others there is nobody to forbid the camera to.
 */
@inject()
export default class PageHeadersMiddleware {
  readonly #policy: string

  constructor({ inlineHash }: PageStyles) {
    this.#policy = [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' '${inlineHash}'`,
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join(';')
  }

  async handle({ response }: HttpContext, next: NextFn) {
    response
      .header('content-security-policy', this.#policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
    return next()
  }
}
