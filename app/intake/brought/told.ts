import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Petitioner } from '../models/petitioner.ts'
import { Representative } from '../models/representative.ts'

/** Who gets code and messages of a petition: its petitioner, or who speaks for them. */
export type Told = Petitioner | Representative

export async function toldOf(petition: { id: number }, trx?: TransactionClientContract) {
  const [told] = await toldOfEach([petition.id], trx)
  if (!told) throw new Error('a petition without a petitioner')
  return told
}

/** The same of several; in no order. */
export async function toldOfEach(
  petitionIds: readonly number[],
  trx?: TransactionClientContract
): Promise<Told[]> {
  if (petitionIds.length === 0) return []
  const all = await Petitioner.query({ client: trx }).whereIn('petition_id', [...petitionIds])
  const spokenFor = all.filter(({ told }) => told === 'representative')
  if (spokenFor.length === 0) return all
  const ids = spokenFor.map(({ petitionId }) => petitionId)
  const speakers = await Representative.query({ client: trx }).whereIn('petition_id', ids)
  return [...all.filter(({ told }) => told === 'petitioner'), ...speakers]
}
