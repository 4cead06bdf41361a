import type { Authority } from '../models/authority.ts'

/** The tree in which an authority stands: its topmost one, and all others of it. */
export interface Tree {
  root: Authority
  others: Authority[]
}

const { compare } = new Intl.Collator('tr')

/** All authorities of one server, as they were read last: a tree, or one alone. */
export class Installation {
  readonly #byCode: Map<string, Authority>
  readonly #byId: Map<number, Authority>
  readonly #below = new Map<number, Authority[]>()
  /** As the province's page lists them: the governorate, then its districts by their names. */
  readonly offices: Authority[]

  constructor(readonly authorities: Authority[]) {
    this.#byCode = new Map(authorities.map((authority) => [authority.code, authority]))
    this.#byId = new Map(authorities.map((authority) => [authority.id, authority]))
    this.offices = authorities.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name))
  }

  /** The one of an installation that has no other. */
  get alone() {
    return this.authorities.length === 1 ? this.authorities[0]! : null
  }

  byCode(code: string | null) {
    return code === null ? undefined : this.#byCode.get(code)
  }

  byId(id: number | null) {
    return id === null ? undefined : this.#byId.get(id)
  }

  /** The governorate that the others stand under, where it is one of them and they stand under one. */
  get head() {
    const tops = this.authorities.filter(({ parentId }) => parentId === null)
    return tops.length === 1 && tops[0]!.kind === 'province' ? tops[0]! : null
  }

  /** Those that it stands under, the nearest first; rows that form a ring are climbed once. */
  above(id: number) {
    const found: Authority[] = []
    const next = () => this.byId((found.at(-1) ?? this.byId(id))?.parentId ?? null)
    for (let up = next(); up && up.id !== id && !found.includes(up); up = next()) found.push(up)
    return found
  }

  /** Those that stand under it, however deep, in the order of the offices; not itself. */
  below(id: number) {
    const known = this.#below.get(id)
    if (known) return known
    const found = this.offices.filter((one) => this.above(one.id).some((up) => up.id === id))
    const below = found.filter((one) => one.id !== id)
    this.#below.set(id, below)
    return below
  }

  /** A governorate with its districts, or one authority alone. */
  tree(id: number): Tree {
    const own = this.byId(id)
    if (!own) throw new Error(`no authority ${id}`)
    const root = this.above(id).at(-1) ?? own
    return { root, others: [root, ...this.below(root.id)].filter((one) => one.id !== id) }
  }
}

function rank({ kind }: Authority) {
  return kind === 'province' ? 0 : 1
}
