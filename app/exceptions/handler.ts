import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/shield'
import { isForeign } from '#middleware/own_form_middleware'
import { TooManyTries } from '#organisation'
import { isConflict } from '#shared/database/transaction'
import { answerError, type Trouble } from '#exceptions/error_answer'

/**
 * What a person sees when something goes wrong: what happened, what to do, and what they wrote; never
 * a detail of the inside. What is logged holds nothing that anybody typed (log_line.ts).
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  async handle(error: unknown, ctx: HttpContext) {
    return answerError(ctx, troubleIn(error, ctx))
  }

  /** What a stranger mistyped or may not do is in the web server's log; here stand our own faults. */
  async report(error: unknown, ctx: HttpContext) {
    if (troubleIn(error, ctx).status < 500) return
    ctx.logger.error({ err: error, route: ctx.route?.name }, 'A request could not be answered')
  }
}

/** An error as a status and the words for it; whatever we do not know is our fault. */
function troubleIn(error: unknown, { request }: HttpContext): Trouble {
  if (error instanceof errors.E_BAD_CSRF_TOKEN) {
    return isForeign(request, 'foreign') ? refused('forbidden') : { status: 403, kind: 'stale' }
  }
  if (error instanceof TooManyTries) return { status: 429, kind: 'tooMany', wait: error.minutes }
  if (isConflict(error) || hasName(error, 'KnexTimeoutError')) return { status: 503, kind: 'busy' }
  if (isBrokenPacking(error)) return { status: 400, kind: 'unreadable' }
  const status = statusOf(error)
  return { status, kind: KINDS[status] ?? (status < 500 ? 'unreadable' : 'serverError') }
}

const KINDS: Record<number, Trouble['kind']> = {
  403: 'forbidden',
  404: 'notFound',
  405: 'notFound',
  410: 'notFound',
  413: 'tooLarge',
  421: 'notFound',
  429: 'tooMany',
  503: 'busy',
}

function refused(kind: Trouble['kind']): Trouble {
  return { status: 403, kind }
}

/** Of errors that are no answers to a request, a driver's or a server's, nothing is believed. */
function statusOf(error: unknown) {
  const { status } = (error ?? {}) as { status?: unknown }
  const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) < 600
  return isStatus ? Number(status) : 500
}

/** A body that says it is compressed and is not: zlib's Z_DATA_ERROR, Z_BUF_ERROR. */
function isBrokenPacking(error: unknown) {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}

function hasName(error: unknown, name: string) {
  return error instanceof Error && error.name === name
}
