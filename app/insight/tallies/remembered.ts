import type { PackedTally } from './packed.ts'

/** A row of tallies as it stands now, without what it counts. */
export interface TallyVersion {
  id: number
  version: number
}

/**
 * Pairs of numbers that one process remembers, of all authorities: some 6 MB. One with a million
 * petitions has 20,000 for its two weeks.
 */
const PAIRS = 200_000
/** What a row and each of its groups take besides, in pairs. */
const ROW = 16
const GROUP = 8

/** What rows of tallies counted when they were read last, those that nobody asks for going first. */
export class RememberedTallies {
  readonly #rows = new Map<number, { version: number; tally: PackedTally }>()
  #held = 0

  constructor(private readonly most = PAIRS) {}

  /** As long as it is what the row says now. */
  of({ id, version }: TallyVersion) {
    const known = this.#rows.get(id)
    if (known?.version !== version) return undefined
    this.#rows.delete(id)
    this.#rows.set(id, known)
    return known.tally
  }

  keep({ id, version }: TallyVersion, tally: PackedTally) {
    this.#forget(id)
    this.#rows.set(id, { version, tally })
    this.#held += room(tally)
    for (const oldest of this.#rows.keys()) {
      if (this.#held <= this.most) break
      this.#forget(oldest)
    }
  }

  get held() {
    return this.#held
  }

  #forget(id: number) {
    const known = this.#rows.get(id)
    if (!known) return
    this.#rows.delete(id)
    this.#held -= room(known.tally)
  }
}

function room({ size, groups }: PackedTally) {
  return ROW + GROUP * groups.size + size
}
