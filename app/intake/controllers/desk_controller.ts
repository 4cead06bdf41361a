import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { DeskTelephone } from '../attachments/telephone/desk_telephone.ts'
import { PROOFS, RELATIONS, SPOKEN } from '../brought/words.ts'
import { DESK_CHANNELS } from '../form/petition_form.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Submission } from '../form/submission.ts'
import { hasMailbox } from '../mail/account_of.ts'
import { tokenDigest } from '../receiving/form_keys.ts'

/** An officer writes down what somebody says at the bureau, on the telephone, on a public day. */
export default class DeskController {
  async create(ctx: HttpContext) {
    return shown(ctx, await petitionPage(ctx, 'desk'))
  }

  async store(ctx: HttpContext) {
    if (!Typed.from(ctx).has('attach')) return received(ctx)
    return withFiles(ctx, await new FilesForm(ctx, 'desk').page())
  }
}

/** A form that was sent, with its files or without: its receipt, or the form once more. */
export async function received(ctx: HttpContext, mayHaveFiles = false) {
  const submission = await Submission.take(ctx, 'desk', mayHaveFiles)
  const { page, status } = submission
  if (!submission.receipt) return (mayHaveFiles ? withFiles : shown)(ctx, page, status)
  return ctx.response.redirect().status(303).toPath(`/masa/alindi/${submission.receipt}`)
}

/** The form with its place for files, and for the telephone of whoever stands at the desk. */
export async function withFiles(
  ctx: HttpContext,
  page: object & { token?: unknown },
  status = 200
) {
  const telephone = await new DeskTelephone(ctx, tokenDigest(String(page.token))).page()
  return shown(ctx, { ...page, telephone }, status)
}

function shown({ catalogue, response, view }: HttpContext, page: object, status = 200) {
  response.status(status)
  const lists = { channels: DESK_CHANNELS, relations: RELATIONS, proofs: PROOFS, spoken: SPOKEN }
  const besides = { ...lists, hasMailbox: hasMailbox(catalogue.authority) }
  return view.render('intake/desk/create', { ...page, ...besides })
}
