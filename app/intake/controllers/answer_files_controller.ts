import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { openAnswerFile } from '../attachments/answer_files.ts'

/** What goes with an answer, for whoever opened it by number and code a moment ago. */
export default class AnswerFilesController {
  async show(ctx: HttpContext) {
    const opened = await openAnswerFile(ctx.params.address)
    if (opened) return opened.send(ctx)
    // Too old: number and code open it again.
    ctx.response.header('cache-control', 'no-store')
    const path = addressOf('lookups.create', ctx.i18n.locale, {}, {}, ctx.site.code)
    return ctx.response.redirect().toPath(path)
  }
}
