import type { HttpContext } from '@adonisjs/core/http'
import { besideDraft } from '../checks/beside.ts'
import { factsFor } from '../checks/facts.ts'
import { shown } from '../checks/open.ts'
import { findingsIn } from '../checks/run.ts'

/** Metni denetle: what the checks would say of a draft, while it is written. */
export default class AnswerChecksController {
  store(ctx: HttpContext) {
    return besideDraft(ctx, 'response/checks/_findings', async (form) => {
      const { facts } = await factsFor(form.petition, form.draft(), ctx.officer)
      return { ...shown(findingsIn(form.draft(), facts)), typed: form.typed }
    })
  }
}
