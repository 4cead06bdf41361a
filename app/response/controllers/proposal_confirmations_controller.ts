import type { HttpContext } from '@adonisjs/core/http'
import { unconfirmedIn } from '../assisting/unconfirmed.ts'
import { besideDraft } from '../checks/beside.ts'
import { ProposedParagraph } from '../models/proposed_paragraph.ts'

/** A person has read a proposed paragraph and lets it stand; or sees which are still to be read. */
export default class ProposalConfirmationsController {
  store(ctx: HttpContext) {
    return besideDraft(ctx, 'response/assisting/_proposed', async (form) => {
      const { petition, typed } = form
      const id = /^\d{1,9}$/.test(typed.confirm ?? '') ? Number(typed.confirm) : null
      if (id !== null) await ProposedParagraph.confirm(petition, id, ctx.officer)
      return { looked: true, unconfirmed: await unconfirmedIn(form.draft(), petition) }
    })
  }
}
