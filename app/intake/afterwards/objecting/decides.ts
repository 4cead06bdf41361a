import type { Officer, Permission } from '#organisation'
import type { Objection } from '../../models/objection.ts'
import type { Petition } from '../../models/petition.ts'
import type { ObjectionLevel } from './level.ts'

const NEEDS: Record<ObjectionLevel, Permission> = {
  head: 'answer.approve',
  chief: 'objection.decideAtBureau',
  manager: 'objection.decideAbove',
  above: 'objection.decideBelow',
}

/** The levels at which this officer decides. */
export function levelsOf(officer: Officer) {
  const all = Object.entries(NEEDS) as [ObjectionLevel, Permission][]
  return all.filter(([, need]) => officer.can(need)).map(([level]) => level)
}

/**
 * Whether this officer decides it: at its level, never whoever gave the answer, neither by oneself nor
 * in that one's place, and never one's own. `knowOwner` must have run.
 */
export function decides(officer: Officer, objection: Objection, petition: Petition) {
  return isPlacedFor(officer, objection) && !petition.isOwnOf(officer)
}

type Placed = Pick<Objection, 'givenBy' | 'level' | 'unitId' | 'decidingId'>

/** The same, whosever petition it is. */
export function isPlacedFor(officer: Officer, { givenBy, level, unitId, decidingId }: Placed) {
  if (givenBy !== null && [officer.id, officer.actsFor?.id].includes(givenBy)) return false
  const isOfUnit = level !== 'head' || officer.unitIds.includes(unitId)
  return officer.authorityId === decidingId && isOfUnit && levelsOf(officer).includes(level)
}
