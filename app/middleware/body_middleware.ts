import { inject } from '@adonisjs/core'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isForMachines } from '#middleware/for_machines'
import { typedFields } from '#shared/typed/typed_text'

/**
 * Reads what a form or an address says, before its page is asked; machines are first asked who they
 * are. This is the one door of everything that people type: behind it each field is a text as the
 * house keeps it (typed_text.ts), never a list, an object or a character that no column takes.
 */
@inject()
export default class BodyMiddleware {
  constructor(private readonly parser: BodyParserMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    if (isForMachines(ctx)) return next()
    const { request } = ctx
    return this.parser.handle(ctx, () => {
      request.updateQs(typedFields(request.qs()))
      request.updateBody(typedFields(request.body()))
      return next()
    })
  }
}
