import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { referenceIn } from './reference.ts'

/** Forms of one short code, which is drawn by lot and short: hardly ever more than one. */
const MOST = 10

/**
 * What the register is searched for where somebody typed the short code of a provisional slip: the
 * numbers of the petitions that came of it, whoever may see them.
 *
 * @returns null where the words can be none
 */
export async function searchedBySlip({ authorityId, below }: Officer, words: string) {
  const reference = referenceIn(words)
  if (!reference) return null
  const rows: { number: string }[] = await db
    .from('outage_forms')
    .join('petitions', 'petitions.id', 'outage_forms.petition_id')
    .whereIn('outage_forms.authority_id', [authorityId, ...below.map(({ id }) => id)])
    .where('outage_forms.reference', reference)
    .limit(MOST)
    .select('petitions.number')
  return { searched: { reference }, filters: rows.map(({ number }) => ({ number })) }
}
