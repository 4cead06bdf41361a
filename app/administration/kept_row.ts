import type { HttpContext } from '@adonisjs/core/http'
import { Overtaken } from '#organisation'
import { addressOf } from '#shared/address'
import type { Typed } from '#shared/typed/typed'

/** Which row an address names; null where it names none. */
export function idIn({ params }: Pick<HttpContext, 'params'>) {
  return /^\d{1,9}$/.test(params.id) ? Number(params.id) : null
}

/** The version that the form was opened at; of one that names none nothing is overwritten. */
export function seenIn(typed: Typed) {
  return /^\d{1,9}$/.test(typed.text('version')) ? Number(typed.text('version')) : 0
}

/** A page as it was typed; whoever was told of another's change may save over it. */
export function typedAgain<Page extends object>(page: Page, typed: Typed, refusal: Error) {
  const again = { ...page, typed: typed.words }
  return refusal instanceof Overtaken ? again : { ...again, version: seenIn(typed) }
}

/** On to a page, which says what has been done. */
export function goOn(
  { session, response, i18n }: HttpContext,
  { to, id, key, name = '' }: { to: string; id?: number; key: string; name?: string }
) {
  session.flash('done', { key, params: { name } })
  return response
    .redirect()
    .status(303)
    .toPath(addressOf(to, i18n.locale, id ? { id } : {}))
}
