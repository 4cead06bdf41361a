import type { Catalogue, Unit } from '#organisation'
import type { About } from '../visibility.ts'

/**
 * Who decides a complaint, and so which unit may be charged with it:
 *
 * | decider   | the complaint is                        | it may go to                         |
 * | --------- | --------------------------------------- | ------------------------------------ |
 * | `unit`    | about a unit, or none                   | any unit but the one                 |
 * | `naming`  | about somebody whom the desk must name  | none yet                             |
 * | `head`    | about a person of a unit                | that unit, of which its heads see it |
 * | `parent`  | about the head of a unit below another  | that other unit                      |
 * | `manager` | about the head of any other unit        | any but the one and those below it   |
 * | `above`   | about the manager of the authority      | none: it is handed on                |
 */
export type Decider = 'unit' | 'naming' | 'head' | 'parent' | 'manager' | 'above'

type Asked = Pick<About, 'complainedUnitId' | 'decider'>

/** Why this unit may not be charged with it, as a problem's rule; null: it may. */
export function notFor({ complainedUnitId, decider }: Asked, unit: Unit, catalogue: Catalogue) {
  const isThat = unit.id === complainedUnitId
  switch (decider as Decider) {
    case 'head':
      return isThat ? null : 'head'
    case 'parent':
      return unit.id === unitAbove(complainedUnitId, catalogue)?.id ? null : 'parent'
    case 'manager':
      return isThat || isBelow(unit, complainedUnitId, catalogue) ? 'complained' : null
    case 'unit':
      return isThat ? 'complained' : null
    default:
      return decider as 'naming' | 'above'
  }
}

/** Why this unit may not be asked anything of it either; null: it may. */
export function notAsked({ complainedUnitId, decider }: Asked, unit: Unit, catalogue: Catalogue) {
  if (decider === 'naming' || decider === 'above') return decider
  const isTheirs = unit.id === complainedUnitId || isBelow(unit, complainedUnitId, catalogue)
  return isTheirs ? 'complained' : null
}

/** The next unit above that works in the house and is not the bureau. */
export function unitAbove(unitId: number | null, catalogue: Catalogue) {
  return ancestors(unitId, catalogue).find((one) => one.kind === 'internal' && !one.closedOn)
}

function isBelow({ id }: Unit, unitId: number | null, catalogue: Catalogue) {
  return ancestors(id, catalogue).some((one) => one.id === unitId)
}

function ancestors(unitId: number | null, catalogue: Catalogue) {
  const found: Unit[] = []
  let at = unitId !== null && catalogue.has(unitId) ? catalogue.unit(unitId).parentId : null
  while (at !== null && catalogue.has(at) && !found.some(({ id }) => id === at)) {
    found.push(catalogue.unit(at))
    at = catalogue.unit(at).parentId
  }
  return found
}
