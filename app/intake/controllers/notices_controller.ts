import type { HttpContext } from '@adonisjs/core/http'
import { PrivacyNotice } from '../models/privacy_notice.ts'

/** The privacy notice in force. */
export default class NoticesController {
  async show({ view, i18n }: HttpContext) {
    return view.render('intake/notices/show', { notice: await PrivacyNotice.current(i18n.locale) })
  }
}
