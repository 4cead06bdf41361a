import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import { demandPartsIn } from '#routing'
import { demandConfirmed } from './assisting/unconfirmed.ts'
import { demandGround } from './clarifying/demand_ground.ts'
import { demandWayOn } from './contacts/demand_way_on.ts'
import type { Draft } from './draft.ts'

/**
 * What must hold before an answer goes to its head, whatever reasons are given: it is asked for before
 * anybody writes one, and once more as the answer is kept.
 *
 * @throws Refusal where the ground does not hold or nobody said how it goes on; PartsOpen; ParagraphsOpen
 *   for what a model proposed and nobody read
 */
export async function demandSubmittable(
  draft: Draft,
  petition: Petition,
  trx?: TransactionClientContract
) {
  await demandGround(draft, petition, trx)
  await demandPartsIn(petition, trx)
  await demandWayOn(petition, trx)
  await demandConfirmed(draft, petition, trx)
}
