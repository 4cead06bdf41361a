import { intervalOf, nameOf, TooManyTries, waitFor, type Limit } from './limit.ts'

/** So many names are kept before those that are forgotten are swept out. */
const SWEEP = 10_000

/**
 * How much of something anybody may have, counted in the memory of this process: what is no secret to
 * be guessed at, and not worth a statement of a citizen's page. A restart begins anew.
 */
export class Quota {
  readonly #full = new Map<string, number>()

  /**
   * Takes one under each of these names, or none.
   *
   * @returns gives all of them back: nothing came of it
   * @throws TooManyTries
   */
  take(limits: Limit[], now = Date.now()) {
    if (this.#full.size > SWEEP) this.#sweep(now)
    const named = limits.map((limit) => ({ ...limit, key: nameOf(limit.key) }))
    const wait = Math.max(0, ...named.map((one) => waitFor(one, this.#of(one.key), now)))
    if (wait > 0) throw new TooManyTries(Math.ceil(wait / 60_000))
    for (const one of named) {
      this.#full.set(one.key, Math.max(this.#of(one.key), now) + intervalOf(one))
    }
    return () => {
      for (const one of named) this.#full.set(one.key, this.#of(one.key) - intervalOf(one))
    }
  }

  #of(key: string) {
    return this.#full.get(key) ?? 0
  }

  #sweep(now: number) {
    for (const [key, full] of this.#full) if (full <= now) this.#full.delete(key)
  }
}
