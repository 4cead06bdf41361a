import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import type { Officer } from './models/officer.ts'
import { placeAt } from './place_at.ts'

const PLACES = [
  'queue.index',
  'inbox.index',
  'desk.create',
  'figures.index',
  'register.index',
  'gateways.index',
  'administration.index',
]

/** What hardly anybody needs on an ordinary day: reached from the account page. */
const SELDOM = [
  'objection_decisions.index',
  'directives.index',
  'sample_calls.index',
  'answer_examples.index',
  'message_templates.index',
  'ready_texts.index',
]

/** Where this officer can go, the usual first place first. */
export function navigation({ request }: Pick<HttpContext, 'request'>, officer: Officer) {
  const places = open(PLACES, officer)
  const here = placeAt(request.url(), places)
  return places.map((place) => ({
    ...place,
    /** of aria-current: the page itself, or one below it */
    current: place === here && (request.url() === place.href ? 'page' : 'true'),
  }))
}

/** Where this officer can go besides. */
export function seldomPlaces(officer: Officer) {
  return open(SELDOM, officer)
}

function open(places: string[], officer: Officer) {
  return places
    .filter((name) => officer.mayOpen(name))
    .map((name) => ({ name, href: addressOf(name, officer.locale) }))
}
