import { readFileSync } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'
import PageMiddleware from '#middleware/page_middleware'
import { isForeign } from '#middleware/own_form_middleware'
import { UnknownHost } from '#organisation'
import { isFragment, tellBeside } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'

/** What went wrong, as far as somebody outside may know it. */
export interface Trouble {
  status: number
  /** the words for it: `errors.<kind>` */
  kind: ErrorKind
  /** minutes until the next try */
  wait?: number
}

export const ERROR_KINDS = [
  'unreadable',
  'forbidden',
  'stale',
  'notFound',
  'tooLarge',
  'tooMany',
  'serverError',
  'busy',
] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

const A_WHILE = 15
const A_MOMENT = 1

/** Without an authority or a database there is nothing to make a page of. */
const LAST_RESORT =
  'Açık Kapı şu anda cevap veremiyor. Lütfen biraz sonra yeniden deneyin.\n' +
  'Açık Kapı cannot answer at the moment. Please try again in a while.\n'

/** Of no authority: nobody's name and telephone belong on it. */
const NOBODYS = readFileSync(new URL('../../public/hata/421.html', import.meta.url), 'utf8')

/** One answer for everything that went wrong, as the page, list or program that asked can read it. */
export async function answerError(ctx: HttpContext, trouble: Trouble) {
  const { request, response, view } = ctx
  const { status, kind } = trouble
  const wait = trouble.wait ?? A_WHILE
  response.status(status).header('cache-control', 'no-store')
  if (kind === 'tooMany') response.header('retry-after', wait * 60)
  if (kind === 'busy') response.header('retry-after', A_MOMENT * 60)
  try {
    // Errors before the page's middleware ran (an unknown address) have no language yet.
    if (!ctx.i18n) await new PageMiddleware().prepare(ctx)
    if (isFragment(ctx)) return await tellBeside(ctx, status, fragmentWords(kind))
    const words = wordsFor(ctx, kind)
    const title = ctx.i18n.t(`${words}.title`)
    const wanted = request.accepts(['html', 'json', 'text'])
    if (wanted === 'json') return response.send({ message: title })
    if (wanted === 'text') return response.type('text/plain; charset=utf-8').send(title)
    const page = await view.render('errors/page', { title, words, minutes: wait, ...kept(ctx) })
    return response.type('html').send(page)
  } catch (error) {
    if (error instanceof UnknownHost) {
      return response.status(error.status).type('html').send(NOBODYS)
    }
    return response.type('text/plain; charset=utf-8').send(LAST_RESORT)
  }
}

/** Officers have words of their own for what they may not see. */
const FOR_OFFICERS = ['notFound', 'forbidden']

function wordsFor({ officer }: HttpContext, kind: ErrorKind) {
  const isOwn = Boolean(officer) && FOR_OFFICERS.includes(kind)
  return isOwn ? `errors.officer.${kind}` : `errors.${kind}`
}

/** What was typed and reached us, to be read and sent once more; of another site's form nothing. */
function kept(ctx: HttpContext) {
  const { request } = ctx
  const isOurs = request.method() === 'POST' && !isForeign(request, 'foreign')
  return { action: request.url(true), carried: isOurs ? Typed.from(ctx).carried : [] }
}

function fragmentWords(kind: ErrorKind) {
  const isClosed = kind === 'forbidden' || kind === 'notFound'
  return isClosed ? 'errors.fragment.closed' : 'errors.fragment.failed'
}
