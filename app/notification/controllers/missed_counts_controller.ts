import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { MissedList } from '../missed_list.ts'

/** How many citizens wait for a call: a fragment for the bureau's other pages. */
export default class MissedCountsController {
  async show({ request, response, view, officer, i18n }: HttpContext) {
    response.vary('HX-Request-Type')
    if (request.header('hx-request-type') !== 'partial') {
      return response.redirect().toPath(addressOf('missed.index', i18n.locale))
    }
    return view.render('notification/missed/_count', await MissedList.count(officer))
  }
}
