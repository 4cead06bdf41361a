import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { petitionPage } from '../form/petition_page.ts'
import { preparedPage } from '../form/prepared_page.ts'
import { Submission } from '../form/submission.ts'

/**
 * The token makes the page one person's: no shared cache may keep it. The browser may, so that "back"
 * finds the same token and, when the line broke while sending, everything typed.
 */
const KEPT_AT_HOME = 'private, no-cache'

/** A citizen applies on the web. */
export default class PetitionsController {
  async create(ctx: HttpContext) {
    ctx.response.header('cache-control', KEPT_AT_HOME)
    return preparedPage(ctx, 'intake/petitions/create', (token) => petitionPage(ctx, 'web', token))
  }

  async store(ctx: HttpContext) {
    const submission = await Submission.take(ctx, 'web')
    if (submission.receipt) {
      const path = addressOf(
        'receipts.show',
        ctx.i18n.locale,
        { receipt: submission.receipt },
        {},
        ctx.site.code
      )
      return ctx.response.redirect().status(303).toPath(path)
    }
    ctx.response.status(submission.status).header('cache-control', KEPT_AT_HOME)
    return ctx.view.render('intake/petitions/create', submission.page)
  }
}
