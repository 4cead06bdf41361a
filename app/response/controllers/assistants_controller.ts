import type { HttpContext } from '@adonisjs/core/http'
import { reach } from '../assisting/server/reach.ts'
import { DraftProposal } from '../models/draft_proposal.ts'

/** Taslak yardımcısı: whether the house's own model is there, for the IT officer; no address, no key. */
export default class AssistantsController {
  async show({ officer, view }: HttpContext) {
    const [how, lately] = await Promise.all([reach(), DraftProposal.lately(officer.authorityId)])
    return view.render('response/assistants/show', {
      how,
      lately: lately.map(({ askedAt, ended }) => ({ askedAt, ended })),
    })
  }
}
