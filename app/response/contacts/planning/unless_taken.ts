import { PetitionChanged } from '#intake'
import { isDuplicate } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'

/**
 * Does what takes an hour of an officer's.
 *
 * @throws Refusal where the officer has something else at that quarter of an hour, or where the petition
 *   was changed at this very moment
 */
export async function unlessTaken<T>(act: () => Promise<T>) {
  try {
    return await act()
  } catch (error) {
    if (isDuplicate(error, 'slot')) throw new Refusal({ field: 'at', rule: 'taken' })
    if (error instanceof PetitionChanged) throw new Refusal({ field: 'version', rule: 'changed' })
    throw error
  }
}
