import type { HttpContext } from '@adonisjs/core/http'
import type { Action } from '#intake'
import { Handover, Return } from '#routing'
import { addressOf } from '#shared/address'
import { isFragment, tellBeside } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'
import { nameOf, written } from './typed.ts'

/**
 * A form of a card that this officer may not see (any more), or on which they may not do this: their
 * own words come back to be copied, and nothing of the petition. A number that was never given gets
 * the same answer.
 */
export async function lostCard(ctx: HttpContext, action: Action, { isSeen }: { isSeen: boolean }) {
  const { officer, params, response, session, view, i18n } = ctx
  // Of a part of a page nothing is lost: what was typed stands where it stood.
  if (isFragment(ctx)) return tellBeside(ctx, isSeen ? 403 : 404, 'errors.fragment.closed')
  const typed = Typed.from(ctx)
  const reason = typed.text(nameOf(action, 'reason'))
  if (action === 'return' && !isSeen && (await Return.isBy(officer, params.number, reason))) {
    session.flash('done', { key: 'response.flash.already' })
    return response.redirect().status(303).toPath(addressOf('inbox.index', i18n.locale))
  }
  if (!isSeen && (await wasHandedOn(ctx, action, typed))) {
    session.flash('done', { key: 'response.flash.already' })
    const back = officer.mayOpen('queue.index') ? 'queue.index' : 'register.index'
    return response.redirect().status(303).toPath(addressOf(back, i18n.locale))
  }
  const what = isSeen ? 'forbidden' : 'notFound'
  response.status(isSeen ? 403 : 404)
  return view.render('response/cards/lost', {
    what,
    unsent: Object.values(written(typed.words, [])),
  })
}

/** Whether it was sent on by this very form: pressed twice, or sent from a second tab. */
async function wasHandedOn({ officer, params }: HttpContext, action: Action, typed: Typed) {
  const field = action === 'handOver' ? 'note' : action === 'handBack' ? 'reason' : null
  return field !== null && Handover.isBy(officer, params.number, typed.text(nameOf(action, field)))
}
