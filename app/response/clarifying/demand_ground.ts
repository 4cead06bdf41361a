import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Petitioner, type Petition } from '#intake'
import { Refusal } from '#shared/typed/problems'
import type { Draft } from '../draft.ts'

/**
 * A petition lacks what law 3071 art. 4 asks for where nobody knows name or address, or a letter was not
 * signed. That its petitioner left a question unanswered is no ground of art. 6.
 *
 * @throws Refusal where the ground does not hold
 */
export async function demandGround(
  { outcome, ground }: Pick<Draft, 'outcome' | 'ground'>,
  { id, kind, channel }: Petition,
  trx?: TransactionClientContract
) {
  if (outcome !== 'inadmissible' || ground !== 'missingParticulars') return
  // Of a tip-off a unit must not learn what is known; of a letter whoever holds it sees the signature.
  if (kind === 'tipOff' || channel === 'letter') return
  const query = Petitioner.query(trx && { client: trx }).where('petition_id', id)
  const { name, address } = await query.firstOrFail()
  if (name && address) throw new Refusal({ field: 'ground', rule: 'nothingMissing' })
}
