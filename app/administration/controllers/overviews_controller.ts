import type { HttpContext } from '@adonisjs/core/http'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'
import { GROUPS, placeOf } from '../places.ts'

/** Yönetim: the way to everything that this officer keeps. */
export default class OverviewsController {
  show({ view, officer }: HttpContext) {
    const groups = Object.entries(GROUPS)
      .map(([name, routes]) => ({ name, places: open(routes, officer) }))
      .filter(({ places }) => places.length > 0)
    return view.render('administration/overview/show', { groups })
  }
}

function open(routes: string[], officer: Officer) {
  return routes
    .filter((name) => officer.mayOpen(name))
    .map((name) => ({ name: placeOf(name), href: addressOf(name, officer.locale) }))
}
