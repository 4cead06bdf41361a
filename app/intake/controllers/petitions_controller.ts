import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { petitionPage } from '../form/petition_page.ts'
import { preparedPage } from '../form/prepared_page.ts'
import { Submission } from '../form/submission.ts'

/**
 * The token makes the page one person's: no shared cache may keep it. The browser may, so that "back"
 * finds the same token and, when the line broke while sending, everything typed.
 */
export const KEPT_AT_HOME = 'private, no-cache'

/** A citizen applies on the web. */
export default class PetitionsController {
  async create(ctx: HttpContext) {
    ctx.response.header('cache-control', KEPT_AT_HOME)
    return preparedPage(ctx, 'intake/petitions/create', (token) => petitionPage(ctx, 'web', token))
  }

  async store(ctx: HttpContext) {
    return Typed.from(ctx).has('attach') ? withFiles(ctx) : sent(ctx)
  }
}

/** A form that was sent, with its files or without: its receipt, or the form once more. */
export async function sent(ctx: HttpContext, mayHaveFiles = false) {
  const submission = await Submission.take(ctx, 'web', mayHaveFiles)
  const { receipt, joined } = submission
  if (receipt || joined) {
    const [page, address] = receipt ? ['receipts.show', receipt] : ['join_receipts.show', joined]
    const path = addressOf(page!, ctx.i18n.locale, { receipt: address }, {}, ctx.site.code)
    return ctx.response.redirect().status(303).toPath(path)
  }
  ctx.response.status(submission.status).header('cache-control', KEPT_AT_HOME)
  return ctx.view.render('intake/petitions/create', submission.page)
}

/** The form as it is, with a place for files: a page without one costs nobody anything. */
async function withFiles(ctx: HttpContext) {
  const page = await new FilesForm(ctx, 'web').page()
  ctx.response.header('cache-control', KEPT_AT_HOME)
  return ctx.view.render('intake/petitions/create', page)
}
