import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Proof, Relation } from '../brought/words.ts'
import { Representative } from '../models/representative.ts'
import type { Recorded } from './record/fields.ts'

/** Keeps of whoever speaks for a petitioner what the record says by now; nobody: no row. */
export async function correctSpeaker(
  { id: petitionId }: { id: number },
  said: Recorded,
  trx: TransactionClientContract
) {
  const row = await Representative.query({ client: trx }).where('petition_id', petitionId).first()
  if (said.relation === '') return row?.delete()
  const speaker = Representative.from(
    {
      relation: said.relation as Relation,
      name: said.representative || null,
      nationalId: said.representativeId ? NationalId.parse(said.representativeId) : null,
      phone: said.representativePhone ? PhoneNumber.parse(said.representativePhone) : null,
      proof: (said.proof || null) as Proof | null,
      proofNote: said.proofNote || null,
    },
    said.texts === 'declined'
  )
  const kept = row ?? new Representative().useTransaction(trx)
  return kept.merge({ ...speaker.$attributes, petitionId }).save()
}
