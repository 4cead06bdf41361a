import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'

/** A telephone of an office has an extension; its figures are what counts. */
const PHONE = /^(?=(?:\D*\d){3})[\d\p{L} ()+./-]+$/u

/** How somebody is called, written to and telephoned, as a form says it. */
export function readContact(form: Form) {
  const name = form.line('name', { max: LONGEST.officers.name, required: true })
  const email = form.email('email')
  const phone = form.line('phone', { max: LONGEST.officers.phone })
  if (phone && phone.length <= LONGEST.officers.phone && !PHONE.test(phone)) {
    form.wrong('phone', 'office')
  }
  return { name, email: email && String(email), phone }
}
