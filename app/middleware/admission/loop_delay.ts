/** Milliseconds. */
const BEAT = 10

/**
 * How long a request has lain before this process came to it: a socket is read when everything
 * before it in the event loop is done, and nobody else knows of that wait. Told by a timer that
 * should have rung.
 */
export class LoopDelay {
  #due = Infinity
  #last = 0

  /** Milliseconds; the last few rings count, each half as much as the one after it. */
  get now() {
    return Math.max(this.#last, performance.now() - this.#due)
  }

  /** It keeps no process alive. */
  watch() {
    if (this.#due < Infinity) return
    this.#due = performance.now() + BEAT
    setInterval(() => {
      const rung = performance.now()
      this.#last = Math.max(rung - this.#due, this.#last / 2)
      this.#due = rung + BEAT
    }, BEAT).unref()
  }
}
