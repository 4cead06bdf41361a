import type { HttpContext } from '@adonisjs/core/http'
import { timeOfDay } from '#shared/dates/turkish_date'
import { ArrivedFiles } from '../attachments/telephone/arrived_files.ts'
import { TelephonePage } from '../models/telephone_page.ts'

/**
 * The page that a telephone opens by the QR code at the desk. It shows nothing of anybody: not what
 * somebody else brought by it, nor for whom; and every address that is not open says the same.
 */
export default class TelephoneFilesController {
  async create(ctx: HttpContext) {
    const page = await TelephonePage.at(ctx.params.address)
    return page ? shown(ctx, page, 200, { came: 0 }) : ended(ctx, false)
  }

  async store(ctx: HttpContext) {
    const page = ctx.telephonePage
    if (!page || (await page.hasEnded())) return ended(ctx, true)
    const { came, problems } = await ArrivedFiles.take(ctx, page)
    return shown(ctx, page, problems.any ? 422 : 200, { came, problems })
  }
}

function shown(ctx: HttpContext, page: TelephonePage, status: number, rest: object) {
  const until = timeOfDay(page.expiresAt, ctx.i18n.locale)
  return answer(ctx, status, 'create', { ...rest, until })
}

/** @param hasSent whether there were files, of which none is kept */
function ended(ctx: HttpContext, hasSent: boolean) {
  return answer(ctx, 410, 'ended', { hasSent })
}

/** Kept by no cache, and named by no browser to anybody: the next server's log would hold it. */
async function answer({ response, view }: HttpContext, status: number, page: string, rest: object) {
  response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  return response.status(status).send(await view.render(`intake/telephone_files/${page}`, rest))
}
