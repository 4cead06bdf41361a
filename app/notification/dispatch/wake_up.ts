/** Wakes whoever waits for work, so that nobody has to look all the time. */
export class WakeUp {
  #connected = new Set<WakeUp>()
  #rung = false
  #wake: (() => void) | null = null

  ring() {
    this.#rung = true
    this.#wake?.()
    for (const bell of this.#connected) bell.ring()
  }

  /** From now on that one rings along. */
  connect(bell: WakeUp) {
    this.#connected.add(bell)
  }

  disconnect(bell: WakeUp) {
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
export const outboxWakeUp = new WakeUp()

/** Rings after a commit that wrote down receipts, or made a message known that one may wait for. */
export const receiptWakeUp = new WakeUp()
