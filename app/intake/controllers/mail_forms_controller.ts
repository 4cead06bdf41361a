import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'
import { Access } from '../access.ts'
import { petitionPage } from '../form/petition_page.ts'
import { draftOf } from '../attachments/drafts/listed.ts'
import { tokenOf, typedFrom } from '../mail/desk/form_of_mail.ts'
import { Mail } from '../models/mail.ts'
import { withFiles } from './desk_controller.ts'

/** The desk's form as a mail fills it in: an officer makes a petition of it, and nobody else does. */
export default class MailFormsController {
  async create(ctx: HttpContext) {
    const mail = await Mail.findFor(ctx.officer, ctx.params.id)
    if (mail?.state !== 'proposed') notFound(ctx)
    await Access.record(ctx.officer, { opened: { mail: mail.id } })
    const page = await petitionPage(ctx, 'desk', await tokenOf(mail))
    const files = await draftOf(page.token)
    const filledIn = { withFiles: true, files, typed: typedFrom(mail) }
    return withFiles(ctx, { ...page, ...filledIn })
  }
}
