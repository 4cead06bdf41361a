import type { Officer } from '#organisation'
import { hidesOriginal } from '../../tip_offs.ts'
import { foundThrough } from '../../visibility.ts'

/**
 * Whose reading a posting is of. Of a tip-off the words that the desk left stand apart from those that
 * were written, which are looked for only by whoever may read them.
 *
 * | scope   | holds                                    |
 * | ------- | ---------------------------------------- |
 * | `a3`    | petitions of authority 3 but tip-offs    |
 * | `a3t`   | its tip-offs, as they were written       |
 * | `a3s`   | its tip-offs, as they were struck        |
 * | `u17`   | what unit 17 may see but tip-offs        |
 * | `u17s`  | tip-offs that it may see, as struck      |
 */
export const scopeOfAuthority = (id: number) => `a${id}`
export const scopeOfUnit = (id: number) => `u${id}`
export const written = (scope: string) => `${scope}t`
export const struck = (scope: string) => `${scope}s`

/** Where a search of this officer begins to look; what of it they see, `readableBy` says. */
export interface Place {
  scope: string
  isOfTipOffs: boolean
  /** At which desks it counts; null: at any. */
  desks: readonly string[] | null
}

export function placesFor(officer: Officer): Place[] {
  const { desks, unitId } = foundThrough(officer)
  if (unitId) return [plain(scopeOfUnit(unitId)), place(struck(scopeOfUnit(unitId)), null)]
  const byAuthority = Map.groupBy(desks, ({ authorityId }) => authorityId)
  return [...byAuthority].flatMap(([authorityId, places]) => {
    const scope = scopeOfAuthority(authorityId)
    const hides = (desk: string) => hidesOriginal({ kind: 'tipOff', authorityId, desk }, officer)
    const all = places.map(({ desk }) => desk)
    const [hidden, whole] = [all.filter(hides), all.filter((desk) => !hides(desk))]
    const shown = whole.length > 0 ? [place(written(scope), hidden.length > 0 ? whole : null)] : []
    const left = hidden.length > 0 ? [place(struck(scope), whole.length > 0 ? hidden : null)] : []
    return [plain(scope), ...shown, ...left]
  })
}

function plain(scope: string): Place {
  return { scope, isOfTipOffs: false, desks: null }
}

function place(scope: string, desks: Place['desks']): Place {
  return { scope, isOfTipOffs: true, desks }
}
