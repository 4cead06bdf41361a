import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { MissedList } from '../follow_up/missed_list.ts'

/** How many citizens wait for a call: a fragment for the bureau's other pages. */
export default class MissedCountsController {
  async show(ctx: HttpContext) {
    const { response, view, officer, i18n } = ctx
    if (!isFragment(ctx)) {
      return response.redirect().toPath(addressOf('missed.index', i18n.locale))
    }
    return view.render('notification/missed/_count', await MissedList.count(officer))
  }
}
