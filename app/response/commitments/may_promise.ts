import type { Charge, Petition } from '#intake'
import type { Officer } from '#organisation'

/** The unit that has to keep it says what became of it, whatever became of the petition. */
export function mayEnd(petition: Petition, officer: Officer, { unitId }: { unitId: number }) {
  return petition.mayDo('draft', officer) && officer.atUnit === unitId
}

/** Who writes the answer says what is promised in it; afterwards the unit that gave it looks after it. */
export function mayPromise(petition: Petition, officer: Officer, charge: Charge) {
  if (petition.isOpen) return petition.allows('draft', officer, charge)
  return petition.stage === 'concluded' && petition.mayDo('draft', officer) && charge.isOf(officer)
}
