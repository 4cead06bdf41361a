import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { mailPage } from '../mail/desk/mail_page.ts'
import { Mail, REFUSALS } from '../models/mail.ts'

const PAGE = 'intake/mails/show'

/** A mail is set aside with a reason, or put back: nothing is sent to anybody. */
export default class MailRefusalsController {
  async store(ctx: HttpContext) {
    const mail = await mailOf(ctx)
    const act = async (reason: string) => {
      // One's own second press is done already.
      const isDone = mail.state === 'refused' && mail.reason === reason
      if (!isDone || mail.decidedBy !== ctx.officer.id) await mail.refuse(reason, ctx.officer)
      return back(ctx, 'refused')
    }
    return takeForm(
      ctx,
      PAGE,
      (typed) => act(typed.read((form) => form.choice('reason', REFUSALS, { required: true })!)),
      async () => mailPage(await mail.refresh(), ctx.officer)
    )
  }

  async destroy(ctx: HttpContext) {
    const mail = await mailOf(ctx)
    if (mail.isAside) await mail.putBack()
    return back(ctx, 'putBack')
  }
}

async function mailOf(ctx: HttpContext) {
  const mail = await Mail.findFor(ctx.officer, ctx.params.id)
  return mail ?? notFound(ctx)
}

function back({ session, response, i18n }: HttpContext, done: string) {
  session.flash('done', { key: `intake.mail.done.${done}`, params: {} })
  return response.redirect().status(303).toPath(addressOf('mails.index', i18n.locale))
}
