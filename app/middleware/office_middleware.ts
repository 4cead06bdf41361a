import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'

/**
 * What is one office's, asked for at the address that several share: whoever looks chooses first. What
 * was sent there is nobody's, and comes back whole.
 */
export default class OfficeMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.site.authority) return next()
    if (ctx.request.method() === 'POST') notFound(ctx)
    return ctx.response.redirect().toPath(addressOf('home.show', ctx.i18n.locale))
  }
}
