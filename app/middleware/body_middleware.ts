import { inject } from '@adonisjs/core'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isForMachines } from '#middleware/for_machines'

/** Reads what a form sends, before its page is asked; machines are first asked who they are. */
@inject()
export default class BodyMiddleware {
  constructor(private readonly parser: BodyParserMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return isForMachines(ctx) ? next() : this.parser.handle(ctx, next)
  }
}
