import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { PLACES, placeOf } from '../places.ts'

/** Yönetim: the way to everything that this officer keeps. */
export default class OverviewsController {
  show({ view, officer }: HttpContext) {
    const places = PLACES.filter((name) => officer.mayOpen(name)).map((name) => ({
      name: placeOf(name),
      href: addressOf(name, officer.locale),
    }))
    return view.render('administration/overview/show', { places })
  }
}
