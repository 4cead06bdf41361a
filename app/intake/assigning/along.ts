import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Officer, type Unit } from '#organisation'
import type { Hands } from '../models/assignment.ts'

/** A closed unit's officers go along with its work: whoever goes keeps what they have in hand. */
export async function handsAlong(
  { assigneeId = null, partnerId = null }: Partial<Hands>,
  unit: Unit,
  trx: TransactionClientContract
): Promise<Partial<Hands>> {
  const ids = [assigneeId, partnerId].filter((id) => id !== null)
  if (ids.length === 0) return {}
  const query = Officer.query({ client: trx }).whereIn('id', ids).where('unit_id', unit.id)
  const there = new Set((await query.select('id')).map(({ id }) => id))
  const [first = null, second = null] = ids.filter((id) => there.has(id))
  return { assigneeId: first, partnerId: second }
}
