import { Catalogue, type Authority, type Officer } from '#organisation'

/** Of whose petitions a page speaks: of every authority that its reader sees, or of one of them. */
export interface Scope {
  /** What there is to choose from, one's own first; empty where one's own is all there is. */
  offered: readonly Authority[]
  /** The one that was chosen, or the only one; null: all of them. */
  one: Catalogue | null
  all: readonly Catalogue[]
}

/** @param code of the authority that is asked for; of one that the officer does not see it is nobody's */
export async function scopeOf(officer: Officer, code: string): Promise<Scope> {
  const own = await Catalogue.of(officer.authorityId)
  if (officer.below.length === 0) return { offered: [], one: own, all: [own] }
  const offered = [own.authority, ...officer.below]
  const chosen = offered.find((one) => one.code === code)
  const seen = chosen ? [chosen] : offered
  const all = await Promise.all(seen.map(({ id }) => Catalogue.of(id)))
  return { offered, one: chosen ? all[0]! : null, all }
}
