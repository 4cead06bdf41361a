import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#exceptions/forbidden'
import { Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { Message } from '../models/message.ts'

/**
 * The petition in the address. One that this officer may not see is answered as one that does not
 * exist.
 */
export async function petitionSeenAt(ctx: HttpContext) {
  const { params, officer } = ctx
  return (await Petition.findFor(officer, params.number)) ?? notFound(ctx)
}

/** The same, for whoever does something there: what lies with an authority below is only read. */
export async function petitionAt(ctx: HttpContext) {
  const petition = await petitionSeenAt(ctx)
  if (petition.isOwnOf(ctx.officer)) throw new Forbidden()
  return petition.isWithAuthorityOf(ctx.officer) ? petition : notFound(ctx)
}

/** The petition in the address, and its message there. */
export async function messageAt(ctx: HttpContext) {
  const petition = await petitionAt(ctx)
  const message = await Message.query()
    .where({ id: ctx.params.message, petition_id: petition.id })
    .first()
  return { petition, message: message ?? notFound(ctx) }
}

/** Back to where the button stood, with a sentence that it is done: `notification.flash.…`. */
export function goBack(ctx: HttpContext, { number, shownNumber }: Petition, done: { key: string }) {
  const { session, response, i18n } = ctx
  session.flash('done', { ...done, params: { number: shownNumber } })
  const address =
    Typed.from(ctx).text('from') === 'missed'
      ? addressOf('missed.index', i18n.locale)
      : addressOf('messages.index', i18n.locale, { number })
  return response.redirect().status(303).toPath(address)
}
