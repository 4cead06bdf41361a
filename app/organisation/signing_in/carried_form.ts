import type { HttpContext } from '@adonisjs/core/http'
import { sealed, unsealed } from '#shared/sealed'

/** A form that could not be taken because the session had ended, and where it wants to go. */
interface CarriedForm {
  action: string
  carried: { name: string; value: string }[]
}

type Session = HttpContext['session']

const KEY = 'resumption'

/** Takes the form along through the sign-in. */
export function carry(session: Session, form: CarriedForm) {
  session.flash(KEY, sealed(form, KEY))
}

/** The form that was taken along, or null when there is none. */
export function carriedForm(session: Session) {
  return unsealed<CarriedForm>(session.flashMessages.get(KEY), KEY)
}
