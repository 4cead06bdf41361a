/** Whom a complaint is about, and who decides it (shield/decider.ts). */
export interface About {
  complainedUnitId: number | null
  /** one person, as the desk said whom it means */
  complainedOfficerId: number | null
  /** the authority whose manager it is about */
  complainedAuthorityId: number | null
  decider: string
}

type Besides = Omit<About, 'complainedUnitId'>

/**
 * All but the unit, as petitions are counted by it: '' of nearly all. The ids, and whether the heads of
 * the unit see it.
 */
export function shieldOf({ complainedOfficerId, complainedAuthorityId, decider }: Besides) {
  const isHeads = decider === 'head'
  if (!complainedOfficerId && !complainedAuthorityId && !isHeads) return ''
  return [complainedOfficerId ?? 0, complainedAuthorityId ?? 0, isHeads ? 'head' : 'unit'].join('-')
}

/** The same again. */
export function aboutOf(complainedUnitId: number | null, shield = ''): About {
  const [officer, authority, decider] = shield.split('-')
  return {
    complainedUnitId,
    complainedOfficerId: Number(officer) || null,
    complainedAuthorityId: Number(authority) || null,
    decider: decider ?? 'unit',
  }
}
