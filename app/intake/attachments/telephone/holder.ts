import { Attachment } from '../../models/attachment.ts'

/** Under which what a telephone brings waits for an officer: beside the form's own files. */
export function telephoneHolder(holder: string) {
  return `phone:${holder.slice(0, 56)}`
}

/** What came by telephone for the form with this token, as its digest, and is not decided. */
export function heldByTelephone(holder: string) {
  return Attachment.heldBy(telephoneHolder(holder)).whereNull('petition_id')
}
