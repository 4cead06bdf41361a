import type { Officer } from '#organisation'
import { Attachment } from '../../models/attachment.ts'
import { TelephonePage } from '../../models/telephone_page.ts'

const MARK = 'phone:'

/** Under which what a telephone brings waits for an officer: beside the form's own files. */
export function telephoneHolder(holder: string) {
  return MARK + holder.slice(0, 56)
}

/** What came by telephone for the form with this token, as its digest, and is not decided. */
export function heldByTelephone(holder: string) {
  return Attachment.heldBy(telephoneHolder(holder)).whereNull('petition_id')
}

/** One of what came, for the officer who is to decide; of what was not checked nothing is found. */
export async function cameByTelephone(id: string, officer: Officer) {
  const found = await Attachment.query()
    .where({ id, state: 'ready' })
    .whereNull('petition_id')
    .first()
  if (!found?.file || !found.holder.startsWith(MARK)) return null
  const isTheirs = await TelephonePage.wasOpenedBy(officer, found.holder.slice(MARK.length))
  return isTheirs ? found : null
}
