import type { Authority, Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'

/** Two pairs of eyes: whoever submitted it does not approve it, unless the authority allows. */
export class OwnDraft extends Refusal {
  constructor(officer: Officer) {
    super({ field: 'own', rule: ownDraftRule(officer) })
  }
}

/** Which sentence says so. */
export function ownDraftRule({ actsFor }: Officer) {
  return actsFor ? 'inPlace' : 'notAllowed'
}

/**
 * Nobody approves their own draft, unless the authority is too small for two pairs of eyes and says
 * so. A head who corrected a comma is still the second pair: the answer is whoever's who submitted it.
 *
 * In somebody's place (vekâlet) not even then, and also not what was submitted by anybody for whom one
 * stands in: whoever stands in for two who check each other would be both pairs of eyes.
 */
export function mayApprove(
  answer: { submittedBy: number | null },
  officer: Officer,
  authority: Authority
) {
  const { id, actsFor, standsInFor } = officer
  if (!actsFor) return authority.selfApproval || answer.submittedBy !== id
  return answer.submittedBy !== null && ![id, ...standsInFor].includes(answer.submittedBy)
}
