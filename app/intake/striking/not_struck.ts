import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { Striking } from '../models/striking.ts'

/** Nobody has read yet whether a tip-off gives away who brought it. */
class NotStruck extends Refusal {
  constructor() {
    super({ field: 'strike', rule: 'required' })
  }
}

/**
 * Demands that a tip-off was read before anybody else gets it.
 *
 * @throws NotStruck
 */
export async function demandStruck(
  petition: { id: number; kind: string },
  trx: TransactionClientContract
) {
  if (petition.kind !== 'tipOff') return
  if (!(await Striking.of(petition, trx)).isDecided('text')) throw new NotStruck()
}
