import { ROUTING_ACTIONS, type Action, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'

/** Two units gave it back: the third has it for good. */
export class LastCharge extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'lastCharge' })
  }
}

/** Two units gave it back: where it goes now is the chief's to say. */
export class ChiefDecides extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'chief' })
  }
}

/**
 * A petition is not passed from hand to hand for ever: after the second return the bureau's chief
 * decides, and a third return is impossible.
 */
const MOST_RETURNS = 2

export function isOftenReturned(petition: Petition) {
  return petition.returns >= MOST_RETURNS
}

/** Why the limit of returns does not let this officer do it, or null. */
export function refusedByReturns(petition: Petition, action: Action, officer: Officer) {
  if (!isOftenReturned(petition)) return null
  if (action === 'return') return new LastCharge()
  const decides = petition.isAboutBureau || officer.can('petition.referAfterReturns')
  const decided = [...ROUTING_ACTIONS, 'recall'].includes(action)
  return decided && !decides ? new ChiefDecides() : null
}
