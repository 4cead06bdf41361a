import type { HttpContext } from '@adonisjs/core/http'
import { carriedForm } from '../signing_in/carried_form.ts'

/** Going on with what was being written when the session ended: one button sends it again. */
export default class ResumptionsController {
  show({ view, session, response }: HttpContext) {
    const form = carriedForm(session)
    if (!form) return response.redirect().status(303).toPath('/hesap')
    // Kept for another reading: who presses "back" must not lose what was typed.
    session.reflash()
    return view.render('organisation/sessions/resume', form)
  }
}
