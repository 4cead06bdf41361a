import type { HttpContext } from '@adonisjs/core/http'
import { hasMailbox } from '../mail/account_of.ts'
import { IGNORED } from '../mail/reading/sort.ts'
import { MailAccount } from '../models/mail_account.ts'

/** Posta kutusu: whether the bureau's mailbox is read, for the IT officer. */
export default class MailAccountsController {
  async show({ catalogue, view }: HttpContext) {
    const { authority } = catalogue
    const account = await MailAccount.findBy({ authorityId: authority.id })
    return view.render('intake/mail_accounts/show', {
      isSet: hasMailbox(authority),
      account,
      sorts: IGNORED,
    })
  }
}
