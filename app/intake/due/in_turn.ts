import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'

const A_PIECE = 100

/** A row whose day has come. */
interface Due {
  id: number
  petitionId: number
}

/**
 * Takes a step for each of what is due, one transaction each: killed anywhere and run again it takes what
 * is left. Whoever works on a petition at this moment keeps it until tomorrow.
 *
 * @param after those behind this id, in its order, so many at most
 * @param take whether there was still something to be done
 * @returns how many were taken
 */
export async function inTurn(
  due: (after: number, most: number) => PromiseLike<readonly Due[]>,
  take: (petition: Petition, id: number, trx: TransactionClientContract) => Promise<boolean>,
  goesOn: () => boolean
) {
  let taken = 0
  for (let after = 0; ;) {
    const found = await due(after, A_PIECE)
    for (const one of found) {
      if (!goesOn()) return taken
      if (await unlessBusy(one, take)) taken++
    }
    if (found.length < A_PIECE) return taken
    after = found.at(-1)!.id
  }
}

async function unlessBusy({ id, petitionId }: Due, take: Parameters<typeof inTurn>[1]) {
  const petition = await Petition.findOrFail(petitionId)
  try {
    return await petition.change((current, trx) => take(current, id, trx))
  } catch (error) {
    if (error instanceof PetitionChanged) return false
    throw error
  }
}
