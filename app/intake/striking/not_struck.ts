import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { Addition } from '../models/addition.ts'
import { Striking } from '../models/striking.ts'

/** Nobody has read yet whether a tip-off gives away who brought it. */
class NotStruck extends Refusal {
  constructor() {
    super({ field: 'strike', rule: 'required' })
  }
}

/**
 * Demands that a tip-off was read, and what was added to it, before anybody else gets it.
 *
 * @throws NotStruck
 */
export async function demandStruck(
  petition: { id: number; kind: string },
  trx: TransactionClientContract
) {
  if (petition.kind !== 'tipOff') return
  const read = await Striking.of(petition, trx)
  const added = await Addition.of(petition, trx)
  const isRead = added.every(({ id }) => read.isDecided('addition', id))
  if (!isRead || !read.isDecided('text')) throw new NotStruck()
}
