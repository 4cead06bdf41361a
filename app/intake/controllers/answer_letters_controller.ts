import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { sendPdf } from '#shared/papers/send_pdf'
import { openedLetter } from '../answer_letter/opened_letter.ts'

/** The answer as a letter, for whoever opened it by number and code a moment ago. It notes nothing. */
export default class AnswerLettersController {
  async show(ctx: HttpContext) {
    const letter = await openedLetter(ctx.params.address)
    if (letter) return sendPdf(ctx, letter.pdf, `cevap-${letter.number}`)
    // Too old: number and code open it again.
    ctx.response.header('cache-control', 'no-store')
    const path = addressOf('lookups.create', ctx.i18n.locale, {}, {}, ctx.site.code)
    return ctx.response.redirect().toPath(path)
  }
}
