import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { deskProposal } from '../desk_proposal.ts'

/** Öneri at the desk: asked for while an officer writes. Keeps nothing. */
export default class ProposalsController {
  async store(ctx: HttpContext) {
    const { catalogue, i18n, response, view } = ctx
    const proposal = await deskProposal(Typed.from(ctx).text('text'), catalogue, i18n.locale)
    response.header('cache-control', 'no-store')
    return proposal ? view.render('routing/proposals/_proposal', { proposal }) : ''
  }
}
