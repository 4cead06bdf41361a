import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'

/** An officer may be at it at the same moment: so often it is tried after theirs. */
const TURNS = 4

/**
 * @param prepare what is read before the transaction, which has SQLite's one connection for itself
 * @throws Refusal when others were faster each time
 */
export async function asItIsNow<T, P = undefined>(
  { id }: Pick<Petition, 'id'>,
  work: (petition: Petition, trx: TransactionClientContract, prepared: P) => Promise<T>,
  prepare: (petition: Petition) => Promise<P> = async () => undefined as P
) {
  for (let turn = 1; turn <= TURNS; turn++) {
    const petition = await Petition.findOrFail(id)
    const prepared = await prepare(petition)
    try {
      return await petition.change((fresh, trx) => work(fresh, trx, prepared))
    } catch (error) {
      if (!(error instanceof PetitionChanged)) throw error
    }
  }
  throw new Refusal({ field: 'stage', rule: 'busy' })
}
