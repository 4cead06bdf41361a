import type { Authority } from '../models/authority.ts'

/** All authorities of one server, as they were read last: a tree, or one alone. */
export class Installation {
  readonly #byCode: Map<string, Authority>

  constructor(readonly authorities: Authority[]) {
    this.#byCode = new Map(authorities.map((authority) => [authority.code, authority]))
  }

  /** The one of an installation that has no other. */
  get alone() {
    return this.authorities.length === 1 ? this.authorities[0]! : null
  }

  byCode(code: string | null) {
    return code === null ? undefined : this.#byCode.get(code)
  }

  /** The governorate that the others stand under, where it is one of them and they stand under one. */
  get head() {
    const tops = this.authorities.filter(({ parentId }) => parentId === null)
    return tops.length === 1 && tops[0]!.kind === 'province' ? tops[0]! : null
  }

  /** This one and whatever stands under it, as the province's page lists them. */
  beneath(id: number) {
    const under = new Set([id])
    // A tree of two or three levels: each look finds one of them more.
    for (let size = 0; size !== under.size;) {
      size = under.size
      for (const one of this.authorities) {
        if (one.parentId && under.has(one.parentId)) under.add(one.id)
      }
    }
    return this.offices.filter((one) => under.has(one.id))
  }

  /** As the province's page lists them: the governorate, then its districts by their names. */
  get offices() {
    const { compare } = new Intl.Collator('tr')
    const rank = ({ kind }: Authority) => (kind === 'province' ? 0 : 1)
    return this.authorities.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name))
  }
}
