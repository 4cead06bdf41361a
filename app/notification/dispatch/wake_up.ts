/** Wakes whoever waits for work, so that nobody has to look all the time. */
export class Bell {
  #connected = new Set<Bell>()
  #rung = false
  #wake: (() => void) | null = null

  ring() {
    this.#rung = true
    this.#wake?.()
    for (const bell of this.#connected) bell.ring()
  }

  /** From now on that one rings along. */
  connect(bell: Bell) {
    this.#connected.add(bell)
  }

  disconnect(bell: Bell) {
    this.#connected.delete(bell)
  }

  /** Resolves when it rings, when it rang since the last time, or after so many milliseconds. */
  async heard(atMost: number) {
    if (!this.#rung && atMost > 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, atMost)
      this.#wake = resolve
      await promise
      this.#wake = null
      clearTimeout(timer)
    }
    this.#rung = false
  }
}

/** Rings after a commit that put something into the outbox; every lane's own bell rings along. */
export const outboxBell = new Bell()

/** Rings after a commit that wrote down receipts, or made a message known that one may wait for. */
export const receiptBell = new Bell()
