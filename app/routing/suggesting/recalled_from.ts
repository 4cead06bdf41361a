import db from '@adonisjs/lucid/services/db'
import type { Petition } from '#intake'

/**
 * Units from which this petition was taken back, but those that were charged with it once more: then
 * somebody meant it. None of what does not wait at the desk again.
 */
export async function recalledFrom({ id, stage }: Pick<Petition, 'id' | 'stage'>) {
  if (stage !== 'returned') return []
  const charges: { unit_id: number; recall_id: number | null }[] = await db
    .from('referrals')
    .leftJoin('recalls', 'recalls.referral_id', 'referrals.id')
    .where('referrals.petition_id', id)
    .orderBy('referrals.id')
    .select('referrals.unit_id', 'recalls.id as recall_id')
  const last = new Map(charges.map((one) => [one.unit_id, one.recall_id]))
  return [...last].flatMap(([unitId, recall]) => (recall === null ? [] : unitId))
}
