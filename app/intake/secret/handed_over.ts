import { toldOf } from '../brought/told.ts'
import { WaysAsked } from '../events.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { reachOf, sealRenewal } from '../receiving/receipt_seal.ts'
import type { Secret } from './secret.ts'

/**
 * The address of a new code on paper, for whoever stands at the desk, where nothing that tells it would
 * leave; null: it was told.
 */
export async function handedOver(petition: PetitionRecord, secret: Secret) {
  const { reach } = await reached(petition)
  const isTold = reach !== 'none' && reach !== 'declined'
  return isTold ? null : sealRenewal(petition, secret, reach)
}

/** The same in any case; the paper says whether it is told besides. */
export async function printed(petition: PetitionRecord, secret: Secret) {
  return sealRenewal(petition, secret, (await reached(petition)).reach)
}

async function reached({ id, authorityId }: PetitionRecord) {
  const told = await toldOf({ id })
  const ways = await new WaysAsked(authorityId, told).answered()
  return { reach: reachOf(told, ways) }
}
