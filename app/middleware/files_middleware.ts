import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

/**
 * Files of public/, for addresses that end like a file. The framework's middleware asks the disk at
 * every page, which has none; in production the web server in front answers for files.
 */
@inject()
export default class FilesMiddleware {
  constructor(private readonly files: StaticMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return /\.\w+$/.test(ctx.request.url()) ? this.files.handle(ctx, next) : next()
  }
}
