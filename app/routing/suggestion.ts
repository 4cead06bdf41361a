import type { Petition } from '#intake'
import type { Catalogue, RoutingRule, Unit } from '#organisation'
import type { Return } from './models/return.ts'
import { proposedSubject, type Proposal } from './proposed_subject.ts'
import { ruleFor } from './rules/rule_for.ts'

/** A unit, or an outside body, and why it is named. */
export interface Suggestion {
  unit: Unit
  why: 'named' | 'rule' | 'subject' | 'words'
  proposal: Proposal | null
  /** the one that says so */
  rule: RoutingRule | null
}

/**
 * The unit that a petition probably belongs to: the one that the last unit named when it gave it
 * back, or else the one of the authority's rules, or the usual one of its subject, chosen or proposed
 * from its words. Never the one complained about, nor one that has given it back. A person decides;
 * nothing is routed by itself.
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
  const subject = chosen ?? proposal?.subject
  const fits = ({ id }: Unit) => id !== petition.complainedUnitId && !gaveBack.includes(id)
  const openUnit = (id: number | null | undefined) =>
    catalogue.units.find((one) => one.id === id && fits(one))
  const rule = named ? null : ruleFor(petition, subject, catalogue)
  const ruled = openUnit(rule?.unitId)
  if (ruled) return { unit: ruled, why: 'rule', proposal, rule }
  const unit = openUnit(named ?? subject?.unitId)
  const why = named ? 'named' : chosen ? 'subject' : 'words'
  return unit ? { unit, why, proposal, rule: null } : null
}
