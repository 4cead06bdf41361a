import type { Role } from '#organisation'

/** Who decides an objection: the head of the unit, the chief of the bureau, a manager, one of the authority above. */
export type ObjectionLevel = 'head' | 'chief' | 'manager' | 'above'

/** Who gave an answer, and for which unit; no roles: nobody who still works here. */
interface Gave {
  roles: readonly Role[]
  isBureaus: boolean
  /** a complaint that is decided above its unit, or about the bureau */
  isForManager: boolean
}

/** Each above the one before. */
export const LEVELS: readonly ObjectionLevel[] = ['head', 'chief', 'manager', 'above']

/** The step above whoever gave the answer. */
export function levelAbove({ roles, isBureaus, isForManager }: Gave): ObjectionLevel {
  const gave = (...those: Role[]) => those.some((role) => roles.includes(role))
  if (gave('manager')) return 'above'
  if (isForManager || isBureaus || gave('bureauChief')) return 'manager'
  return roles.length === 0 || gave('unitHead') ? 'chief' : 'head'
}
