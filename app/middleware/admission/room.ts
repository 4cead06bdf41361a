interface Waiting {
  bytes: number
  /** with what gives the room back, or null when none came in time */
  turn: (leave: (() => void) | null) => void
}

/**
 * Room for so many bytes of what is being read and answered. Whoever finds none waits in line, unread:
 * what he sends stays in his socket, and TCP holds him back.
 */
export class Room {
  #taken = 0
  readonly #line: Waiting[] = []

  /** @param patience milliseconds that somebody waits */
  constructor(
    private readonly bytes: number,
    private readonly patience: () => number
  ) {}

  /** @returns what gives it back, to be called once, or null when none came in time */
  take(bytes: number): Promise<(() => void) | null> {
    const { promise, resolve } = Promise.withResolvers<(() => void) | null>()
    const late = setTimeout(() => this.#giveUp(one), this.patience())
    const one: Waiting = {
      bytes,
      turn(leave) {
        clearTimeout(late)
        resolve(leave)
      },
    }
    this.#line.push(one)
    this.#next()
    return promise
  }

  /** One alone has always room. */
  #next() {
    for (let first = this.#line[0]; first; first = this.#line[0]) {
      if (this.#taken > 0 && this.#taken + first.bytes > this.bytes) return
      this.#line.shift()
      this.#taken += first.bytes
      first.turn(this.#leaving(first.bytes))
    }
  }

  #leaving(bytes: number) {
    return () => {
      this.#taken -= bytes
      this.#next()
    }
  }

  #giveUp(one: Waiting) {
    this.#line.splice(this.#line.indexOf(one), 1)
    one.turn(null)
    this.#next()
  }
}
