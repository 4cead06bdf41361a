import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'

/** Back to a page, with a sentence that it is done, or that nothing was to be done. */
export function kept({ session, response, officer }: HttpContext, page: string, isNew: boolean) {
  const key = isNew ? 'administration.flash.saved' : 'administration.flash.unchanged'
  session.flash('done', { key, params: {} })
  return response.redirect().status(303).toPath(addressOf(page, officer.locale))
}
