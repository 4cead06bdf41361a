import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { Commitment } from '../models/commitment.ts'
import { mayPromise } from './may_promise.ts'

/** The answer promises it no more: possible as long as it is not given. @throws NotAllowed */
export function dropPromise(petition: Petition, id: number, officer: Officer) {
  return petition.change(async (current, trx) => {
    await current.knowOwner(officer)
    if (!mayPromise(current, officer, await Charge.of(current))) throw new NotAllowed()
    const of = { id, petition_id: current.id, state: 'proposed' }
    await Commitment.query({ client: trx }).where(of).delete()
  })
}
