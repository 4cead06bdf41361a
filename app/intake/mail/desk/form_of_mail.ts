import { transaction } from '#shared/database/transaction'
import { sealedColumn } from '#shared/sealed'
import { LONGEST } from '#shared/typed/typed'
import { FormToken } from '../../form/form_token.ts'
import { Attachment } from '../../models/attachment.ts'
import { Mail } from '../../models/mail.ts'
import { tokenDigest } from '../../receiving/form_keys.ts'
import { withoutQuoted } from '../reading/quoted.ts'

/**
 * The token of the form that is made of a mail: whoever opens it gets the same one, so that two
 * officers make one petition of it. Its files lie under it.
 */
export async function tokenOf(mail: Mail) {
  if (isGood(mail)) return mail.token
  const token = FormToken.issue()
  const holder = tokenDigest(token)
  await transaction(async (trx) => {
    const { id, holder: before } = mail
    const own = Mail.query({ client: trx }).where({ id, holder: before, state: 'proposed' })
    const [changed] = await own.update({ token: sealedColumn.prepare(token), holder })
    if (Number(changed) !== 1) return
    const files = Attachment.query({ client: trx }).where('holder', before)
    await files.whereNull('petition_id').update({ holder })
  })
  await mail.refresh()
  return mail.token ?? token
}

function isGood(mail: Mail): mail is Mail & { token: string } {
  return mail.token !== null && FormToken.check(mail.token) === 'valid'
}

/** The desk's form as the mail fills it in; the officer corrects it. */
export function typedFrom(mail: Mail) {
  const { id, subject, name, sender } = mail
  const own = withoutQuoted(mail.text ?? '')
  const text = [subject, own].filter(Boolean).join('\n\n').slice(0, LONGEST).toWellFormed()
  const known = { name: name ?? '', email: sender ?? '' }
  return { mail: String(id), channel: 'email', text, ...known, language: 'tr' }
}
