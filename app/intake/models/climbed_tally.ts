import { ClimbedTallySchema } from '#database/schema'
import type { Officer, Rung } from '#organisation'
import { aboutOf, sees, type Standing } from '../visibility.ts'

/** Those that a late petition climbs to. */
export const ABOVE = ['head', 'chief', 'governor'] as const satisfies Rung[]

/** How many open petitions of an authority had climbed to whom this morning, by who may see them. */
export class ClimbedTally extends ClimbedTallySchema {
  /** Of those that this officer sees, of these authorities together. */
  static async seenBy(officer: Officer, authorityIds = [officer.authorityId]) {
    const rows = await this.query().whereIn('authority_id', authorityIds)
    const seen = rows.filter((row) => sees(officer, row.standing))
    return ABOVE.map((rung) => ({
      rung,
      count: seen.filter((row) => row.rung === rung).reduce((sum, { count }) => sum + count, 0),
    }))
  }

  get standing() {
    const { authorityId, desk, circle, complainedUnitId, unitId } = this
    return {
      authorityId,
      desk,
      circle,
      ...aboutOf(complainedUnitId || null, this.shield),
      unitId,
    } as Standing
  }
}
