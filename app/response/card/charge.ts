import { hidesWords, ANSWERING_STAGES, type Petition, type Stage, type Step } from '#intake'
import type { Officer } from '#organisation'

/** What the bureau wrote to the unit that has the petition now, as long as it has it. */
export function bureauNote(steps: Step[], petition: Petition, officer: Officer) {
  if (!ANSWERING_STAGES.includes(petition.stage as Stage)) return null
  const charge = steps.find(({ kind }) => kind === 'referred')
  if (!charge || hidesWords(petition.kind, charge.unitId, officer)) return null
  return charge.note
}
