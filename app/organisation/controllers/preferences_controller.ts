import type { HttpContext } from '@adonisjs/core/http'

/** The language an officer works in. */
export default class PreferencesController {
  async store({ request, response, officer, session }: HttpContext) {
    officer.locale = request.input('locale') === 'en' ? 'en' : 'tr'
    await officer.save()
    session.flash('told', { key: 'organisation.flash.languageKept', params: {} })
    return response.redirect().status(303).toPath('/hesap')
  }
}
