import type { HttpContext } from '@adonisjs/core/http'
import { readBack } from '#intake'
import { deskProposal } from '../desk_proposal.ts'

/** What was written down, large, to be read to whoever brings it; saved when they say that it is right. */
export default class ReadBacksController {
  async store(ctx: HttpContext) {
    const reading = await readBack(ctx)
    if ('refused' in reading) return reading.refused
    const { catalogue, i18n, view } = ctx
    const { details } = reading
    const proposal = await deskProposal(details.text, catalogue, i18n.locale)
    const turn = 1
    return view.render('routing/read_backs/show', { ...reading, proposal, turn })
  }
}
