import { Petition } from '../models/petition.ts'
import type { PetitionNumber } from '../petition_number.ts'
import type { Secret } from './secret.ts'

/**
 * The petition that number and secret open together, at the authority that has it. An unknown number
 * costs the same work as a wrong secret and as another authority's, so that nobody learns from the
 * time which numbers exist.
 */
export async function openPetition(
  authorityId: number,
  { digits }: PetitionNumber,
  secret: Secret
) {
  const petition = await Petition.query()
    .where({ number: digits, authority_id: authorityId })
    .first()
  const opens = secret.opens(petition ?? { number: digits, secretDigest: NOBODYS })
  return opens ? petition : null
}

const NOBODYS = '0'.repeat(64)
