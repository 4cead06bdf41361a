import type { HttpContext } from '@adonisjs/core/http'

/** How an officer works: the language, and whether single letters are keys. */
export default class PreferencesController {
  async store({ request, response, officer, session }: HttpContext) {
    const { locale, shortcuts } = request.all()
    if (locale) officer.locale = locale === 'en' ? 'en' : 'tr'
    if (shortcuts) officer.shortcuts = shortcuts !== 'off'
    await officer.save()
    session.flash('told', { key: 'organisation.flash.preferencesKept', params: {} })
    return response.redirect().status(303).toPath('/hesap')
  }
}
