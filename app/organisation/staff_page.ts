import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import { addressOf } from '#shared/address'
import type { Officer } from './models/officer.ts'
import type { Permission } from './role.ts'

/** A form that could not be taken, and where it wants to go. */
export interface CarriedForm {
  action: string
  carried: { name: string; value: string }[]
}

const PURPOSE = 'resumption'

/** A form as the session's row may hold it: it may be full of a citizen's data. */
export function sealed(form: CarriedForm) {
  return encryption.encrypt(form, { purpose: PURPOSE })
}

/** The form again, or null when there is none. */
export function unsealed(kept: unknown) {
  return typeof kept === 'string' ? encryption.decrypt<CarriedForm>(kept, PURPOSE) : null
}

const PLACES: { name: string; permission: Permission }[] = [
  { name: 'queue.index', permission: 'queue.see' },
  { name: 'inbox.index', permission: 'inbox.see' },
  { name: 'desk.create', permission: 'petition.receive' },
  { name: 'figures.index', permission: 'figures.see' },
  { name: 'register.index', permission: 'register.see' },
  { name: 'gateways.index', permission: 'gateways.see' },
]

/** What hardly anybody needs on an ordinary day: reached from the account page. */
const SELDOM: typeof PLACES = [{ name: 'message_templates.index', permission: 'texts.word' }]

/** Where this officer can go, the usual first place first. */
export function navigation({ request }: Pick<HttpContext, 'request'>, officer: Officer) {
  return open(PLACES, officer).map((place) => ({
    ...place,
    current: request.url() === place.href,
  }))
}

/** Where this officer can go besides. */
export function seldomPlaces(officer: Officer) {
  return open(SELDOM, officer)
}

function open(places: typeof PLACES, officer: Officer) {
  return places
    .filter(({ permission }) => officer.can(permission))
    .map(({ name }) => ({ name, href: addressOf(name, officer.locale) }))
}
