import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { allowed, demand } from '#routing'
import type { ContactPlan } from '../models/contact_plan.ts'

/**
 * Who may write down that somebody was spoken with. What was planned comes about on its day also while a
 * head has the answer: it is written down then by whoever may tell the petitioner how things stand.
 *
 * @throws NotAllowed
 */
export function demandTalk(petition: Petition, officer: Officer, plan: ContactPlan | null) {
  return demand(petition, isAtTheHead(petition) && plan ? 'inform' : 'contact', officer)
}

/** Whether this officer may write down what came of what is planned. */
export async function mayNoteOutcome(petition: Petition, officer: Officer) {
  const action = isAtTheHead(petition) ? 'inform' : 'contact'
  return allowed(petition, action, officer, await Charge.of(petition))
}

/** Talking moves nothing there: the answer goes on waiting for its head. */
export function stays(petition: Petition) {
  return isAtTheHead(petition) ? { stage: 'awaitingApproval' as const } : {}
}

export function isAtTheHead({ stage }: Petition) {
  return stage === 'awaitingApproval'
}
