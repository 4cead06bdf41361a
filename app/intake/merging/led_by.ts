import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PetitionRecord } from '../models/petition_record.ts'

/** What a petition leads now: for nearly all it asks nothing. */
export async function ledBy<T extends typeof PetitionRecord>(
  { id, leads }: PetitionRecord,
  petitions: T,
  trx?: TransactionClientContract
): Promise<InstanceType<T>[]> {
  if (!leads) return []
  const rows = petitions.query({ client: trx }).where({ lead_id: id, stage: 'merged' })
  return (await rows.orderBy('id')) as InstanceType<T>[]
}
