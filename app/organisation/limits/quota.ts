import { intervalOf, nameOf, TooManyTries, waitFor, type Limit } from './limit.ts'

/** So many names are kept before those that are forgotten are swept out for the first time. */
const SWEEP = 10_000

/**
 * How much of something anybody may have, counted in the memory of this process: what is no secret to
 * be guessed at, and not worth a statement of a citizen's page. A restart begins anew.
 */
export class Quota {
  readonly #full = new Map<string, number>()
  #most = SWEEP

  /**
   * Takes one under each of these names, or none.
   *
   * @returns gives all of them back: nothing came of it
   * @throws TooManyTries
   */
  take(limits: Limit[], now = Date.now()) {
    if (this.#full.size > this.#most) this.#sweep(now)
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

  /**
   * The next one when there are twice as many as stayed. A telephone is kept for hours: from the ten
   * thousandth on each petition looked at all of them in vain, and a busy process became slower from
   * minute to minute.
   */
  #sweep(now: number) {
    for (const [key, full] of this.#full) if (full <= now) this.#full.delete(key)
    this.#most = Math.max(SWEEP, 2 * this.#full.size)
  }
}
