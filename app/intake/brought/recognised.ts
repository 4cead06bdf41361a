import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'

/** As screens show what a row keeps of a person; null where nothing is kept. */
export function maskedId(digits: string | null) {
  return digits ? (NationalId.parse(digits)?.masked ?? null) : null
}

export function prettyPhone(e164: string | null) {
  return e164 ? (PhoneNumber.parse(e164)?.pretty ?? null) : null
}
