import { ANSWERING_STAGES, hidesWords, type Petition, type Stage, type Step } from '#intake'
import type { Officer } from '#organisation'
import type { Return } from '#routing'
import type { Contact } from '../models/contact.ts'
import type { Names } from './names.ts'

/** The petition's steps, newest first. */
export function history(steps: Step[], petition: Petition, officer: Officer, names: Names) {
  return steps.map((step) => ({
    position: step.position,
    kind: step.kind,
    at: step.takenAt,
    officer: names.officer(step.officerId),
    unit: names.unit(step.unitId),
    note: hidesWords(petition.kind, step.unitId, officer) ? null : step.note,
    publicText: step.publicText,
    outcome: step.outcome,
  }))
}

/** Who gave it back, why, and whom they named instead. */
export function givenBack(returns: Return[], { kind }: Petition, officer: Officer, names: Names) {
  return returns.map((given) => ({
    unit: names.unit(given.unitId),
    officer: names.officer(given.officerId),
    reason: hidesWords(kind, given.unitId, officer) ? null : given.reason,
    suggested: names.unit(given.suggestedUnitId),
    at: given.givenBackAt,
  }))
}

export function talks(contacts: Contact[], names: Names) {
  return contacts.map((contact) => ({
    way: contact.way,
    result: contact.result,
    note: contact.note,
    officer: names.officer(contact.officerId),
    unit: names.unit(contact.unitId),
    at: contact.madeAt,
  }))
}

/** What the bureau wrote to the unit that has the petition now, as long as it has it. */
export function bureauNote(steps: Step[], petition: Petition, officer: Officer) {
  if (!ANSWERING_STAGES.includes(petition.stage as Stage)) return null
  const charge = steps.find(({ kind }) => kind === 'referred')
  if (!charge || hidesWords(petition.kind, charge.unitId, officer)) return null
  return charge.note
}
