import type { HttpContext } from '@adonisjs/core/http'

/** Signing out on every machine at once. */
export default class SignOutsController {
  async store({ auth, officer, response }: HttpContext) {
    await officer.signOutEverywhere()
    await auth.use('web').logout()
    return response.redirect().status(303).toPath('/giris?cikis=her-yerde')
  }
}
