import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { insertMissing } from '#shared/database/insert_missing'

/** Scope, term and petition. */
export type Posting = [string, string, number]

/** Writes these, as far as they are not there. In the order of their key, in which the table lies. */
export function putPostings(postings: Posting[], trx: TransactionClientContract) {
  const sorted = postings.toSorted((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1))
  return insertMissing('search_postings', ['scope', 'term', 'petition_id'], sorted, trx)
}

/** Takes these terms of a petition out of a scope, each by its key. */
export async function takePostings(
  gone: [string, readonly string[], number][],
  trx: TransactionClientContract
) {
  for (const [scope, terms, petitionId] of gone) {
    const rows = trx
      .from('search_postings')
      .where('scope', scope)
      .whereIn('term', [...terms])
    await rows.where('petition_id', petitionId).delete()
  }
}
