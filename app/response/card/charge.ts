import { UNIT_STAGES, type Petition, type Stage, type Step } from '#intake'

/** What the bureau wrote to the unit that has the petition now, as long as it has it. */
export function bureauNote(steps: Step[], petition: Petition) {
  if (!AT_A_UNIT.includes(petition.stage as Stage)) return null
  const charge = steps.find(({ kind }) => kind === 'referred')
  return charge?.note ?? null
}

const AT_A_UNIT: readonly Stage[] = [...UNIT_STAGES, 'awaitingApproval']
