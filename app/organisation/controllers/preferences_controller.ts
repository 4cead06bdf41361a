import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'

/** How an officer works: the language, and whether single letters are keys. */
export default class PreferencesController {
  async store(ctx: HttpContext) {
    const { response, officer, session } = ctx
    const typed = Typed.from(ctx)
    officer.locale = typed.oneOf('locale', ['tr', 'en']) ?? officer.locale
    const shortcuts = typed.oneOf('shortcuts', ['on', 'off'])
    if (shortcuts) officer.shortcuts = shortcuts === 'on'
    await officer.save()
    session.flash('done', { key: 'organisation.flash.preferencesKept', params: {} })
    return response.redirect().status(303).toPath('/hesap')
  }
}
