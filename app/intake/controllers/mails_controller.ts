import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { MailList } from '../mail/desk/mail_list.ts'
import { mailPage } from '../mail/desk/mail_page.ts'
import { Mail, MAIL_STATES } from '../models/mail.ts'

/** Gelen e-postalar: what arrived at the bureau's mailbox, and what became of it. */
export default class MailsController {
  async index(ctx: HttpContext) {
    const { officer, i18n, view } = ctx
    const asked = Typed.asked(ctx)
    const state = asked.oneOf('durum', MAIL_STATES) ?? 'proposed'
    const sonra = asked.text('sonra')
    const { rows, next } = await MailList.page(officer, state, sonra)
    const numbers = await MailList.numbersOf(rows, officer)
    const durum = state === 'proposed' ? null : state
    const address = (after: string | null) =>
      addressOf('mails.index', i18n.locale, {}, { durum, sonra: after })
    return view.render('intake/mails/index', {
      ...{ rows, numbers, now: state, states: MAIL_STATES },
      next: next && address(next),
      first: sonra ? address(null) : null,
    })
  }

  async show(ctx: HttpContext) {
    const mail = await Mail.findFor(ctx.officer, ctx.params.id)
    if (!mail) notFound(ctx)
    await Access.record(ctx.officer, { opened: { mail: mail.id } })
    return ctx.view.render('intake/mails/show', await mailPage(mail, ctx.officer))
  }
}
