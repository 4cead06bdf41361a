import { Charge, type Action, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { refusedByReturns } from './return_limit.ts'

/** The stage does not allow it, or this officer is not the one who may. */
export class NotAllowed extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'notAllowed' })
  }
}

/** It is this officer's own: somebody else does it. */
export class OwnPetition extends Refusal {
  constructor() {
    super({ field: 'own', rule: 'petition' })
  }
}

/** Whether this officer may do it now. */
export function allowed(petition: Petition, action: Action, officer: Officer, charge: Charge) {
  return refusal(petition, action, officer, charge) === null
}

/**
 * @returns who is in charge
 * @throws OwnPetition, NotAllowed, LastCharge or ChiefDecides when this officer may not do it now
 */
export async function demand(petition: Petition, action: Action, officer: Officer) {
  const charge = await Charge.of(petition)
  await petition.knowOwner(officer)
  const refused = refusal(petition, action, officer, charge)
  if (refused) throw refused
  return charge
}

function refusal(petition: Petition, action: Action, officer: Officer, charge: Charge) {
  if (petition.isOwnOf(officer)) return new OwnPetition()
  if (!petition.allows(action, officer, charge)) return new NotAllowed()
  return refusedByReturns(petition, action, officer)
}
