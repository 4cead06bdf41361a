import type { HttpContext } from '@adonisjs/core/http'
import { followed } from '../forwarding/followed.ts'
import { letterOf } from '../forwarding/letter/letter.ts'

/** The letter itself, as a PDF to be signed. */
export default class ForwardingPapersController {
  async show(ctx: HttpContext) {
    const { petition, forwarding } = await followed(ctx)
    const pdf = await letterOf(petition, forwarding)
    const { response } = ctx
    response.header('content-type', 'application/pdf')
    response.header('cache-control', 'no-store')
    response.header('content-disposition', `inline; filename="basvuru-${petition.number}.pdf"`)
    return response.send(pdf)
  }
}
