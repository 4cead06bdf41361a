import type { Petition } from '#intake'
import type { Catalogue, Unit } from '#organisation'
import type { Return } from './models/return.ts'
import { proposedSubject, type Proposal } from './proposed_subject.ts'

/** A unit, or an outside body, and why it is named. */
export interface Suggestion {
  unit: Unit
  why: 'named' | 'subject' | 'words'
  proposal: Proposal | null
}

/**
 * The unit that a petition probably belongs to: the one that the last unit named when it gave it
 * back, or else the usual one of its subject, chosen or proposed from its words. Never the one
 * complained about, nor one that has given it back. A person decides; nothing is routed by itself.
 */
export function suggestion(
  petition: Petition,
  returns: Return[],
  catalogue: Catalogue
): Suggestion | null {
  const gaveBack = returns.map(({ unitId }) => unitId)
  const named = returns[0]?.suggestedUnitId ?? null
  const chosen = catalogue.subject(petition.subjectId)
  const proposal = named || chosen ? null : proposedSubject(petition.text, catalogue)
  const wanted = named ?? (chosen ?? proposal?.subject)?.unitId
  const fits = ({ id }: Unit) => id !== petition.complainedUnitId && !gaveBack.includes(id)
  const unit = catalogue.units.find((one) => one.id === wanted && fits(one))
  const why = named ? 'named' : chosen ? 'subject' : 'words'
  return unit ? { unit, why, proposal } : null
}
