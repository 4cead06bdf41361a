/** Wakes whoever waits, so that nobody has to look all the time. */
export class WakeUp {
  readonly #waiting = new Set<() => void>()
  readonly #connected = new Set<WakeUp>()
  #hasRung = false

  ring() {
    this.#hasRung = true
    for (const wake of this.#waiting) wake()
    this.#waiting.clear()
    for (const other of this.#connected) other.ring()
  }

  /** From now on that one rings along. */
  connect(other: WakeUp) {
    this.#connected.add(other)
  }

  disconnect(other: WakeUp) {
    this.#connected.delete(other)
  }

  /** Resolves when it rings the next time, for as many as wait. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  /**
   * Resolves when it rings, when it rang since the last time, or after so many milliseconds. For one
   * listener alone: what one has heard no other hears.
   */
  async heard(atMost: number) {
    if (!this.#hasRung && atMost > 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, atMost)
      this.#waiting.add(resolve)
      await promise
      this.#waiting.delete(resolve)
      clearTimeout(timer)
    }
    this.#hasRung = false
  }
}
