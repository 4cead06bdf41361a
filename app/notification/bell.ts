/** Wakes whoever waits for work, so that nobody has to look all the time. */
export class Bell {
  #waiting = new Set<() => void>()
  #rung = false

  ring() {
    this.#rung = true
    for (const wake of this.#waiting) wake()
  }

  /** Resolves when it rings, when it rang since the last time, or after so many milliseconds. */
  async heard(atMost: number) {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, atMost)
      this.#waiting.add(resolve)
      await promise
      this.#waiting.delete(resolve)
      clearTimeout(timer)
    }
    this.#rung = false
  }
}

/** Rings after a commit that put something into the outbox. */
export const outboxBell = new Bell()
