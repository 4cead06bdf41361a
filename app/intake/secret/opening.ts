import type { ModelObject } from '@adonisjs/lucid/types/model'
import { read } from '#shared/database/read'
import { Petition } from '../models/petition.ts'
import type { PetitionNumber } from '../petition_number.ts'
import type { Secret } from './secret.ts'

const OF_NUMBER = 'select * from petitions where number = ?'

/**
 * The petition that number and secret open together, whichever authority of the installation has it:
 * numbers are unique there. An unknown number costs the same work as a wrong secret, so that nobody
 * learns from the time which numbers exist.
 */
export async function openPetition({ digits }: PetitionNumber, secret: Secret) {
  const [row] = await read<Row>(OF_NUMBER, [digits])
  const opens = secret.opens({ number: digits, secretDigest: row?.secret_digest ?? NOBODYS })
  // Only now a model: it takes time, from which a wrong secret could be told from an unknown number.
  return opens ? Petition.$createFromAdapterResult(row!) : null
}

type Row = ModelObject & { secret_digest: string }

/** As long as one, and nobody's. */
export const NOBODYS = '0'.repeat(64)
