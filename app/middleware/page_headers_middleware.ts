import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { PageStyles } from '#middleware/page_styles'

/**
 * The same few headers on every answer. No page needs a script or a style from anywhere else, none
 * may be shown inside another one or read by another site, and no address is told to another site. All
 * headers together stay under 640 bytes: on a slow line they come before the first word. No permissions-policy: with
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
      // Lists keep themselves fresh, and a form says while somebody writes whom to call.
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join(';')
  }

  async handle({ request, response }: HttpContext, next: NextFn) {
    // Over plain http it must not be said (RFC 6797, 7.2). A year.
    if (request.secure()) response.header('strict-transport-security', 'max-age=31536000')
    response
      .header('content-security-policy', this.#policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('cross-origin-resource-policy', 'same-origin')
    return next()
  }
}
