import type { Action, Petition } from '#intake'
import type { Officer, Unit } from '#organisation'
import { Refusal } from '#shared/typed/problems'

/** The stage does not allow it, or this officer is not the one who may. */
export class NotAllowed extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'notAllowed' })
  }
}

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
const ROUTING: readonly Action[] = ['refer', 'answerHere', 'forward']

export function isOftenReturned(petition: Petition) {
  return petition.returns >= MOST_RETURNS
}

/** Whether this officer may do it now; `unit` is the unit in charge. */
export function allowed(petition: Petition, action: Action, officer: Officer, unit: Unit) {
  return refusal(petition, action, officer, unit) === null
}

/** @throws NotAllowed, LastCharge or ChiefDecides when this officer may not do it now */
export function demand(petition: Petition, action: Action, officer: Officer, unit: Unit) {
  const refused = refusal(petition, action, officer, unit)
  if (refused) throw refused
}

function refusal(petition: Petition, action: Action, officer: Officer, unit: Unit) {
  if (!petition.allows(action, officer, unit)) return new NotAllowed()
  if (!isOftenReturned(petition)) return null
  if (action === 'return') return new LastCharge()
  const decides = petition.isAboutBureau || officer.can('petition.referAfterReturns')
  return ROUTING.includes(action) && !decides ? new ChiefDecides() : null
}
