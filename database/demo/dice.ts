/**
 * Chance that always falls the same way: two demonstrations differ in nothing but their dates.
 * (mulberry32, public domain: 32 bits of state are plenty for a few thousand throws.)
 */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** At least 0, less than 1. */
  throw() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number) {
    return least + Math.floor(this.throw() * (most - least + 1))
  }

  pick<T>(from: readonly T[]): T {
    return from[this.between(0, from.length - 1)]!
  }

  /** True that many times in a hundred. */
  percent(share: number) {
    return this.throw() * 100 < share
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, place: this.throw() }))
      .sort((one, other) => one.place - other.place)
      .map(({ value }) => value)
  }
}

/** As many of each as its share of the whole asks for, in the order given. */
export function inShares<T extends string>(shares: Record<T, number>, size: number): T[] {
  const entries = Object.entries<number>(shares) as [T, number][]
  const whole = entries.reduce((sum, [, share]) => sum + share, 0)
  let given = 0
  let passed = 0
  return entries.flatMap(([value, share]) => {
    passed += share
    const count = Math.round((passed / whole) * size) - given
    given += count
    return Array.from({ length: count }, () => value)
  })
}
