import type { HttpContext } from '@adonisjs/core/http'
import { sendPdf } from '#shared/papers/send_pdf'
import { letterPaper } from '../card/letters/letter_paper.ts'

/** The answer of a petition as a PDF, to be signed and handed over or sent. */
export default class LetterPapersController {
  async show(ctx: HttpContext) {
    const { number, pdf } = await letterPaper(ctx)
    return sendPdf(ctx, pdf, `cevap-${number}`)
  }
}
