import type { Catalogue, Unit } from '#organisation'
import { deskFor, type About } from '../visibility.ts'

/** What a form says instead of a unit: it is about the manager (kaymakam, vali). */
export const MANAGER = 'manager'

/** Whom a form complains about. */
export interface Complained {
  complainedUnit: Unit | null
  complainsOfManager?: boolean
  complainedName?: string | null
}

/** Where it lies and who decides it, until the desk has said whom it means. */
export function aboutAtReceipt(
  { complainedUnit, complainsOfManager, complainedName }: Complained,
  { authority }: Catalogue
) {
  const isUnnamed = Boolean(complainedName) && !complainedUnit
  return {
    desk: deskFor(complainedUnit),
    complainedUnitId: complainedUnit?.id ?? null,
    // It may mean the manager, until the desk has said whom.
    complainedAuthorityId: complainsOfManager || isUnnamed ? authority.id : null,
    complainedName: complainedName ?? null,
    decider: complainsOfManager ? 'above' : isUnnamed ? 'naming' : 'unit',
  }
}

/** Who decides it at another authority, which has other units and another manager. */
export function deciderAt(to: Catalogue, about: Omit<About, 'decider'>) {
  const { complainedAuthorityId, complainedOfficerId, complainedUnitId } = about
  if (complainedAuthorityId === to.authority.id) return 'above'
  const isOurs = complainedUnitId !== null && to.has(complainedUnitId)
  // Its desk says anew whom it means.
  return isOurs && complainedOfficerId !== null ? 'naming' : 'unit'
}
