import type { Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { Mail } from '../../models/mail.ts'

/** What the desk's form adds that was made of a mail: it came on the day on which the mail arrived. */
export async function broughtByMail(typed: Typed, officer?: Officer) {
  const mail = officer && (await Mail.findFor(officer, typed.text('mail')))
  return mail ? { mail, arrivedAt: mail.arrivedAt } : {}
}
