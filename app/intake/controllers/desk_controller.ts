import type { HttpContext } from '@adonisjs/core/http'
import { DESK_CHANNELS } from '../form/petition_form.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Submission } from '../form/submission.ts'

/** An officer writes down what somebody says at the bureau, on the telephone, on a public day. */
export default class DeskController {
  async create(ctx: HttpContext) {
    const page = await petitionPage(ctx, 'desk')
    return ctx.view.render('intake/desk/create', { ...page, channels: DESK_CHANNELS })
  }

  async store(ctx: HttpContext) {
    const submission = await Submission.take(ctx, 'desk')
    if (submission.receipt) {
      return ctx.response.redirect().status(303).toPath(`/masa/alindi/${submission.receipt}`)
    }
    ctx.response.status(submission.status)
    return ctx.view.render('intake/desk/create', { ...submission.page, channels: DESK_CHANNELS })
  }
}
