import { OutageForm } from '../models/outage_form.ts'
import { PetitionRecord } from '../models/petition_record.ts'
import type { PetitionDetails } from '../receiving/details.ts'
import { FormKeys } from '../receiving/form_keys.ts'

/**
 * What the form's token has brought already: the form's own petition, of which the server had no time to
 * say so; or another form's. Null: nothing.
 *
 * @param details null where what was written cannot be taken in as it is today
 */
export async function madeBefore(form: OutageForm, details: PetitionDetails | null) {
  const { token, tokenDigest } = form
  const made = await PetitionRecord.findBy('tokenDigest', tokenDigest)
  if (!made) return null
  const isOthers = await OutageForm.query()
    .where({ token_digest: tokenDigest, petition_id: made.id })
    .first()
  const isSame = !details || new FormKeys(details, { token }).content === made.contentDigest
  return { petition: made, isItsOwn: !isOthers && isSame }
}
