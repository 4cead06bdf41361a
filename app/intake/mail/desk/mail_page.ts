import type { Officer } from '#organisation'
import { Attachment } from '../../models/attachment.ts'
import { REFUSALS, type Mail } from '../../models/mail.ts'
import { MailList } from './mail_list.ts'

/** What an officer reads of one mail, and what may be done about it. */
export async function mailPage(mail: Mail, officer: Officer) {
  const numbers = await MailList.numbersOf([mail], officer)
  return {
    mail,
    number: numbers.get(mail.petitionId ?? 0) ?? null,
    files: await Attachment.heldBy(mail.holder),
    refusals: REFUSALS,
    typed: {},
  }
}
