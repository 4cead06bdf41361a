import type { DateTime } from 'luxon'
import { authorities, Officer, Unit, type Authority, type Catalogue } from '#organisation'

/**
 * The names behind the ids on a card, asked for once. Of another authority, which had the petition
 * before, only its own name is told: neither its units' nor its officers', but for who sent it on.
 */
export class Names {
  static async of(
    officerIds: (number | null | undefined)[],
    unitIds: (number | null)[],
    catalogue: Catalogue
  ) {
    const ids = [...new Set(officerIds.filter((id) => typeof id === 'number'))]
    const [officers, foreign, all] = await Promise.all([
      ids.length > 0
        ? Officer.query().whereIn('id', ids).select('id', 'name', 'authority_id').exec()
        : [],
      foreignOf(unitIds, catalogue),
      authorities(),
    ])
    const byId = new Map(officers.map((officer) => [officer.id, officer]))
    return new Names(byId, catalogue, all, foreign)
  }

  private constructor(
    private readonly officers: Map<number, Officer>,
    private readonly catalogue: Catalogue,
    private readonly all: readonly Authority[],
    /** by unit, of those that are another authority's */
    private readonly foreign: Map<number, number>
  ) {}

  officer(id: number | null) {
    const officer = id === null ? undefined : this.officers.get(id)
    return officer?.authorityId === this.catalogue.authority.id ? officer.name : null
  }

  /** Whoever it is: who hands a petition over is named to the authority that gets it. */
  sender(id: number) {
    return this.officers.get(id)?.name ?? null
  }

  /**
   * The unit's, or that of the other authority to which it belongs.
   *
   * @param at then it was called so; now, where it is not said
   */
  unit(id: number | null, at?: DateTime) {
    if (id === null) return null
    if (!this.isOwn(id)) return this.authority(this.foreign.get(id) ?? 0)
    const unit = this.catalogue.unit(id)
    return at ? unit.named(at).name : unit.name
  }

  authority(id: number) {
    return this.all.find((authority) => authority.id === id)?.name ?? null
  }

  isOwn(unitId: number | null) {
    return unitId === null || this.catalogue.has(unitId)
  }
}

/** Whose the units are that are not this authority's: asked for only where there are any. */
async function foreignOf(unitIds: (number | null)[], catalogue: Catalogue) {
  const others = unitIds.filter((id) => id !== null && !catalogue.has(id)) as number[]
  if (others.length === 0) return new Map<number, number>()
  const ids = [...new Set(others)]
  const units = await Unit.query().whereIn('id', ids).select('id', 'authority_id')
  return new Map(units.map((unit) => [unit.id, unit.authorityId]))
}
