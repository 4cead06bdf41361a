import type { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { arrive, discard, MOST_FILES, type Arrival } from '#intake'
import { typedFields } from '#shared/typed/typed_text'

/** Fields of the longest form, twice over. */
const MOST_FIELDS = 200

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The files that came with the form, of a route that takes some. */
    arrivals?: Arrival[]
    /** The line broke while they came: nobody reads the answer. */
    isBroken?: boolean
  }
}

/**
 * Takes a form apart that comes with files: each goes to where attachments lie, a piece at a time and
 * one after the other. What no row names when the answer is made goes away again. Files that came
 * whole before the line broke are kept for the form, if it says whose it is.
 */
export default class ArrivalsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    if (!request.is(['multipart/form-data'])) return next()
    const arrivals: Arrival[] = []
    const isTaken = await mayBring(ctx)
    ctx.arrivals = arrivals
    const onTheWay: Promise<unknown>[] = []
    request.multipart.onFile('*', {}, (part) => {
      const taken = isTaken ? take(ctx, part as never, arrivals) : passOver(part as never)
      onTheWay.push(taken.catch(() => {}))
      return taken as never
    })
    try {
      await request.multipart.process({ maxFields: MOST_FIELDS })
    } catch (error) {
      await Promise.all(onTheWay)
      ctx.isBroken = request.request.destroyed || request.request.errored !== null
      if (!ctx.isBroken) {
        await discard(arrivals)
        throw error
      }
    }
    request.updateBody(typedFields(request.body()))
    try {
      return await next()
    } finally {
      await discard(arrivals)
    }
  }
}

/**
 * Where one signs in, files are taken of whoever has; of a session that has ended the words alone
 * come along, which the sign-in keeps. By a telephone's page, as long as it is open.
 */
async function mayBring({
  auth,
  telephonePage,
}: Partial<Pick<HttpContext, 'auth' | 'telephonePage'>>) {
  if (telephonePage !== undefined) return telephonePage !== null
  return auth === undefined || auth.use('web').check()
}

async function passOver(part: Readable) {
  part.resume()
}

/** One of the files; of more than may be nothing is kept. */
async function take(ctx: HttpContext, part: Readable & { filename?: string }, arrivals: Arrival[]) {
  const name = part.filename ?? ''
  if (name === '') return void part.resume()
  if (arrivals.length >= MOST_FILES) {
    part.resume()
    arrivals.push({ name: '', fault: 'tooMany' })
    return
  }
  // Its place, in whatever order they are written.
  const place = arrivals.push({ name, fault: 'store' }) - 1
  try {
    arrivals[place] = await arrive(part, name, ctx.i18n.t('intake.files.usual'))
  } catch (error) {
    ctx.request.multipart.abort(error)
  }
}
