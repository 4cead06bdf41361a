import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'

/**
 * Whoever has a petition has read what its petitioner added.
 *
 * @throws NotAllowed; PetitionChanged
 */
export function readAdded(petition: Petition, officer: Officer) {
  return petition.change(async (current, trx) => {
    await demand(current, 'readAdded', officer)
    if (current.unreadBy !== 'charge') throw new NotAllowed()
    await current.readAdded(officer, trx)
  })
}
