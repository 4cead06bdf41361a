import { ANSWERING_STAGES, type Petition, type Stage } from '#intake'
import type { Officer } from '#organisation'
import { ContactPlan } from '../../models/contact_plan.ts'

/** What is next with its petitioner, for a card: nothing where no unit has it, or this officer may not know who it is. */
export async function nextOf(petition: Petition, officer: Officer) {
  const isAtUnit = ANSWERING_STAGES.includes(petition.stage as Stage)
  const isSeen = petition.isWithAuthorityOf(officer) && !petition.hidesPetitionerFrom(officer)
  if (!isAtUnit || !isSeen) return []
  return (await ContactPlan.openOf(petition)).map(({ facts }) => facts)
}
