import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** What can hold a petition back besides what its own row says; an objection is of an answer. */
const [FIRST, ...OTHERS] = ['answers', 'unit_questions', 'contact_plans'] as const

/** Of these petitions the ids of those of which there is anything that can hold them back: hardly any. */
export async function withMore(ids: readonly number[], trx: TransactionClientContract) {
  const of = (table: string) =>
    trx
      .from(table)
      .whereIn('petition_id', [...ids])
      .select('petition_id')
  const rows = await of(FIRST).union(OTHERS.map(of))
  return new Set(rows.map((row) => Number(row.petition_id)))
}
