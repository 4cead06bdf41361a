import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { TelephonePage } from '#intake'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The page by which files come from a telephone; null where it is not open. */
    telephonePage?: TelephonePage | null
  }
}

/** Asks whether a telephone's page is open before its files are read: else nothing of them is written. */
export default class TelephoneMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.telephonePage = await TelephonePage.at(ctx.params.address)
    return next()
  }
}
