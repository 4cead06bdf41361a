import type { Catalogue } from '#organisation'
import type { Decided } from './decided.ts'

/** For whom it is decided, as it was called then: the unit, the bureau, or the authority that decides. */
export function signedAs({ level, unitId, decidedAt }: Decided, catalogue: Catalogue) {
  if (level === 'manager' || level === 'above') return catalogue.authority.name
  const unit = level === 'head' ? catalogue.unit(unitId) : catalogue.bureau
  return unit.named(decidedAt).name
}
