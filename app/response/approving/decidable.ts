import type { Action, Charge, Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Answer } from '../models/answer.ts'

/** What this officer may do with what waits for approval; whether it is their own is asked apart. */
export function decidable(
  petition: Petition,
  answer: Answer | null,
  officer: Officer,
  charge: Charge
) {
  const may = (action: Action) =>
    !petition.isOwnOf(officer) && petition.allows(action, officer, charge)
  const isOwn = answer?.isBy(officer) ?? false
  return {
    approve: may('approve'),
    correct: may('correct'),
    sendBack: may('sendBack'),
    takeBack: may('takeBack') && isOwn,
    takeOver: may('takeOver') && !isOwn,
  }
}
