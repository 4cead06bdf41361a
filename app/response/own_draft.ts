import type { Authority, Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'

/** Two pairs of eyes: whoever submitted it does not approve it, unless the authority allows. */
export class OwnDraft extends Refusal {
  constructor() {
    super({ field: 'own', rule: 'notAllowed' })
  }
}

/**
 * Nobody approves their own draft, unless the authority is too small for two pairs of eyes and says
 * so. A head who corrected a comma is still the second pair: the answer is whoever's who submitted it.
 */
export function mayApprove(
  answer: { isBy(officer: Officer): boolean },
  officer: Officer,
  authority: Authority
) {
  return authority.selfApproval || !answer.isBy(officer)
}
