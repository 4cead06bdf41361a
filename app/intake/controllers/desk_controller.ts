import type { HttpContext } from '@adonisjs/core/http'
import { Typed, type Words } from '#shared/typed/typed'
import { FilesForm } from '../attachments/drafts/files_form.ts'
import { DeskTelephone } from '../attachments/telephone/desk_telephone.ts'
import { PROOFS, RELATIONS, SPOKEN } from '../brought/words.ts'
import { DESK_CHANNELS } from '../form/petition_form.ts'
import { formAgain, formOf } from '../desk/form_again.ts'
import { resumed } from '../desk/parking.ts'
import { petitionPage } from '../form/petition_page.ts'
import { Submission } from '../form/submission.ts'
import { hasMailbox } from '../mail/account_of.ts'
import { MOST_SHOWN, ParkedForm } from '../models/parked_form.ts'
import { personPart } from '../people/person_part.ts'
import { tokenDigest } from '../receiving/form_keys.ts'

/** The form as it stands, and which of it has the focus. */
interface DeskPage {
  token?: unknown
  typed?: Words
  withFiles?: boolean
  person?: object
  telephone?: object
  focus?: string
  waiting?: number
}

/** An officer writes down what somebody says at the bureau, on the telephone, on a public day. */
export default class DeskController {
  async create(ctx: HttpContext) {
    const parked = await resumed(ctx.officer, Typed.asked(ctx).text('bekleyen'))
    if (parked) return desk(ctx, { ...(await formOf(ctx, parked)), focus: 'text' })
    const waiting = await ParkedForm.waitingFor(ctx.officer).limit(MOST_SHOWN).select('id')
    return shown(ctx, { ...(await petitionPage(ctx, 'desk')), waiting: waiting.length })
  }

  /** Back from what was to be read out: all that was typed, to be mended. */
  async edit(ctx: HttpContext) {
    return desk(ctx, { ...(await formAgain(ctx)), focus: 'text' })
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

/** The form once more, with the files that came with it or without. */
export function desk(ctx: HttpContext, page: DeskPage, status = 200) {
  return (page.withFiles ? withFiles : shown)(ctx, page, status)
}

/** The form with its place for files, and for the telephone of whoever stands at the desk. */
export async function withFiles(ctx: HttpContext, page: DeskPage, status = 200) {
  const telephone = await new DeskTelephone(ctx, tokenDigest(String(page.token))).page()
  return shown(ctx, { ...page, telephone }, status)
}

async function shown(ctx: HttpContext, page: DeskPage, status = 200) {
  const person = page.person ?? (await personPart(ctx.officer, new Typed(page.typed ?? {})))
  const lists = { channels: DESK_CHANNELS, relations: RELATIONS, proofs: PROOFS, spoken: SPOKEN }
  const besides = { ...lists, hasMailbox: hasMailbox(ctx.catalogue.authority) }
  ctx.response.status(status)
  return ctx.view.render('intake/desk/create', { ...page, person, ...besides })
}
