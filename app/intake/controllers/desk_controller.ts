import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { DESK_CHANNELS } from '../form/petition_form.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Submission } from '../form/submission.ts'

/** An officer writes down what somebody says at the bureau, on the telephone, on a public day. */
export default class DeskController {
  async create(ctx: HttpContext) {
    return shown(ctx, await petitionPage(ctx, 'desk'))
  }

  async store(ctx: HttpContext) {
    if (!Typed.from(ctx).has('attach')) return received(ctx)
    return shown(ctx, await new FilesForm(ctx, 'desk').page())
  }
}

/** A form that was sent, with its files or without: its receipt, or the form once more. */
export async function received(ctx: HttpContext, mayHaveFiles = false) {
  const submission = await Submission.take(ctx, 'desk', mayHaveFiles)
  if (!submission.receipt) return shown(ctx, submission.page, submission.status)
  return ctx.response.redirect().status(303).toPath(`/masa/alindi/${submission.receipt}`)
}

export function shown({ response, view }: HttpContext, page: object, status = 200) {
  response.status(status)
  return view.render('intake/desk/create', { ...page, channels: DESK_CHANNELS })
}
