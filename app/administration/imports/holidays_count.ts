import { Petition } from '#intake'
import type { Import } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** Whether petitions were received since: their last days went round these days. */
export async function holidaysCount({ authorityId, doneAt }: Import) {
  if (!doneAt) return false
  const since = Petition.query().where('authority_id', authorityId)
  return (await since.where('received_at', '>=', stamp(doneAt)).first()) !== null
}
