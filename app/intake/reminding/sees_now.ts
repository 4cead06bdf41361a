import type { Officer } from '#organisation'
import { isAbout, isOf, sees, unitOf, type Standing } from '../visibility.ts'

/** As `sees`, and of those who see it by their unit's charge as well, as far as their unit has it now. */
export function seesNow(officer: Officer, standing: Standing) {
  const { authorityId, unitId } = standing
  if (isAbout(officer, standing)) return false
  return sees(officer, standing) || (isOf(officer, authorityId) && unitOf(officer) === unitId)
}
