import { Exception } from '@adonisjs/core/exceptions'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { errors } from '@adonisjs/shield'
import PageMiddleware from '#middleware/page_middleware'
import { isForeign } from '#middleware/own_form_middleware'
import { carried } from '#organisation'
import type { StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'

/**
 * What a person sees when something goes wrong: a page that says what happened and what to do,
 * and never a detail of the inside. What is logged has lost its personal data (log_line.ts).
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false
  protected renderStatusPages = true

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': (_, ctx) => page(ctx, 'errors/forbidden'),
    '404': (_, ctx) => page(ctx, 'errors/not_found'),
    '413': (_, ctx) => page(ctx, 'errors/too_large'),
    '429': (_, ctx) => page(ctx, 'errors/too_many', { minutes: 15 }),
    '400..499': (_, ctx) => page(ctx, 'errors/not_found'),
    '500..599': (_, ctx) => page(ctx, 'errors/server_error'),
  }

  /** A form whose token is no longer good comes back with what was typed, to be sent once more. */
  async handle(error: unknown, ctx: HttpContext) {
    if (isBrokenPacking(error)) return super.handle(new Exception('', { status: 400 }), ctx)
    if (!(error instanceof errors.E_BAD_CSRF_TOKEN)) return super.handle(error, ctx)
    const { request, response, view } = ctx
    if (isForeign(request)) return response.forbidden(await view.render('errors/forbidden'))
    const fields = carried(request.body())
    const form = { action: request.url(true), carried: fields }
    return response.status(403).send(await view.render('organisation/sessions/resume', form))
  }

  protected context(ctx: HttpContext) {
    return { requestId: ctx.request.id(), route: ctx.route?.name }
  }

  protected isDebuggingEnabled() {
    return app.inDev && this.debug
  }
}

/** A body that says it is compressed and is not: zlib's Z_DATA_ERROR, Z_BUF_ERROR. */
function isBrokenPacking(error: unknown) {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}

/** Errors before the page's middleware ran (an unknown address) have no language yet. */
async function page(ctx: HttpContext, template: string, data = {}) {
  try {
    if (!ctx.i18n) await new PageMiddleware().handle(ctx, async () => {})
    return await ctx.view.render(template, data)
  } catch {
    // No authority yet, or no database: there is nothing to make a page of.
    ctx.response.type('text/plain; charset=utf-8')
    return 'Açık Kapı şu anda cevap veremiyor. Lütfen biraz sonra yeniden deneyin.'
  }
}
