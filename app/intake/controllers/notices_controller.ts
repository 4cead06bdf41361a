import type { HttpContext } from '@adonisjs/core/http'
import { PrivacyNotice } from '../models/privacy_notice.ts'

/** The privacy notice in force, or the version that a form was shown with. */
export default class NoticesController {
  async show({ request, view, i18n }: HttpContext) {
    const notice = await PrivacyNotice.shown(i18n.locale, request.qs().surum)
    return view.render('intake/notices/show', { notice })
  }
}
