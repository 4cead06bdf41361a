import type { HttpContext } from '@adonisjs/core/http'
import { Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { approvalPage } from '../approving/page.ts'
import { onwards } from '../approving/onwards.ts'
import { CardForm } from '../card/form.ts'
import { checkedMending } from '../checks/mended.ts'
import { Answer } from '../models/answer.ts'
import { closeSitting } from '../writing/close.ts'

/** The head approves an answer, with what was mended in it, and concludes the petition. */
export default class ApprovalsController {
  /** Beside the petition that it answers. */
  async show(ctx: HttpContext) {
    const petition = (await Petition.findFor(ctx.officer, ctx.params.number)) ?? notFound(ctx)
    const page = await approvalPage(petition, ctx.officer)
    return ctx.view.render('response/approvals/show', { ...page, open: null })
  }

  store(ctx: HttpContext) {
    return CardForm.take(ctx, 'approve', async (form) => {
      const answer = await Answer.draftFor(form.petition)
      form.demandSeen(answer.version)
      const mended = form.own.has('text') ? form.draft() : null
      const noted = mended ? await checkedMending(answer, mended, form) : []
      await answer.approve(form.officer, mended, noted)
      await closeSitting(form)
      return onwards(form, 'response.flash.approved')
    })
  }
}
