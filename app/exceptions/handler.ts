import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
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

  protected context(ctx: HttpContext) {
    return { requestId: ctx.request.id(), route: ctx.route?.name }
  }

  protected isDebuggingEnabled() {
    return app.inDev && this.debug
  }
}

/** Errors before the page's middleware ran (an unknown address) have no language yet. */
async function page(ctx: HttpContext, template: string, data = {}) {
  if (!ctx.i18n) {
    const { default: PageMiddleware } = await import('#middleware/page_middleware')
    await new PageMiddleware().handle(ctx, async () => {})
  }
  return ctx.view.render(template, data)
}
