import type { Catalogue } from '#organisation'

/**
 * Who has it, as people read it. A complaint about the bureau that waits for its unit lies with the
 * authority's head, not with the bureau.
 */
export function holderOf({ unitId, desk }: { unitId: number; desk: string }, catalogue: Catalogue) {
  const unit = catalogue.unit(unitId)
  const { name } = catalogue.authority
  return desk === 'management' && unit.isBureau ? { name, shortName: name } : unit
}
