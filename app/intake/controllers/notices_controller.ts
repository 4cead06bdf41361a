import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { PrivacyNotice } from '../models/privacy_notice.ts'

/** The privacy notice in force, or the version that a form was shown with. */
export default class NoticesController {
  async show(ctx: HttpContext) {
    const { view, i18n, catalogue } = ctx
    const version = Typed.from(ctx).text('surum')
    const notice = await PrivacyNotice.shown(catalogue.authority.id, i18n.locale, version)
    return view.render('intake/notices/show', { notice })
  }
}
