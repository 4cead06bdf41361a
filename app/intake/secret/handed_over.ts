import { WaysAsked } from '../events.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { Petitioner } from '../models/petitioner.ts'
import { sealRenewal } from '../receiving/receipt_seal.ts'
import type { Secret } from './secret.ts'

/**
 * The address of a new code on paper, for whoever stands at the desk, where nothing that tells it would
 * leave; null: it was told.
 */
export async function handedOver(petition: PetitionRecord, secret: Secret) {
  const petitioner = await Petitioner.findByOrFail('petitionId', petition.id)
  const ways = await new WaysAsked(petition.authorityId, petitioner).answered()
  return ways.size === 0 ? sealRenewal(petition, secret) : null
}
