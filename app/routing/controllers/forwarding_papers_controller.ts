import type { HttpContext } from '@adonisjs/core/http'
import { sendPdf } from '#shared/papers/send_pdf'
import { followed } from '../forwarding/followed.ts'
import { letterOf } from '../forwarding/letter/letter.ts'

/** The letter itself, as a PDF to be signed. */
export default class ForwardingPapersController {
  async show(ctx: HttpContext) {
    const { petition, forwarding } = await followed(ctx)
    const pdf = await letterOf(petition, forwarding)
    return sendPdf(ctx, pdf, `basvuru-${petition.number}`)
  }
}
