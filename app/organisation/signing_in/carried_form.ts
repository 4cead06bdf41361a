import encryption from '@adonisjs/core/services/encryption'

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
