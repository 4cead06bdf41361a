import type { Petition } from '#intake'
import type { Catalogue, Unit } from '#organisation'
import type { Return } from './models/return.ts'

/**
 * The unit that a petition probably belongs to: the one that the last unit named when it gave it
 * back, or else the usual one of its subject. Never the one complained about, nor one that has
 * given it back. A person decides; nothing is routed by itself.
 */
export function suggestedUnit(petition: Petition, returns: Return[], catalogue: Catalogue) {
  const gaveBack = returns.map(({ referral }) => referral.unitId)
  const named = returns[0]?.suggestedUnitId
  const usual = catalogue.subject(petition.subjectId)?.unitId
  const fits = (unit: Unit) => unit.id !== petition.complainedUnitId && !gaveBack.includes(unit.id)
  return catalogue.units.find((unit) => unit.id === (named ?? usual) && fits(unit)) ?? null
}
