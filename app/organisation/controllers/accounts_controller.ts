import type { HttpContext } from '@adonisjs/core/http'
import { seldomPlaces } from '../navigation.ts'

/** An officer's own page: who am I here, my language, what I seldom need, signing out. */
export default class AccountsController {
  show({ view, officer, catalogue }: HttpContext) {
    const unit = officer.unitId ? catalogue.unit(officer.unitId).name : null
    return view.render('organisation/accounts/show', { unit, places: seldomPlaces(officer) })
  }
}
