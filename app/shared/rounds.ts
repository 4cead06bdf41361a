import { setTimeout as pause } from 'node:timers/promises'

/** The same work round after round, with a rest between, until it is to end; nothing wakes it up. */
export class Rounds {
  readonly #ending = new AbortController()
  #life: Promise<void> | null = null

  /**
   * @param round one round; must not reject
   * @param rest milliseconds between two of them
   */
  constructor(
    private readonly round: () => Promise<unknown>,
    private readonly rest: number
  ) {}

  get isEnding() {
    return this.#ending.signal.aborted
  }

  start() {
    this.#life ??= this.#live()
  }

  /** Resolves when the piece that is under way is done. */
  async stop() {
    this.#ending.abort()
    await this.#life
  }

  /** Waits so many milliseconds, also between two pieces of a round; false when it is to end. */
  async rested(wait: number) {
    await pause(wait, null, { signal: this.#ending.signal, ref: false }).catch(() => {})
    return !this.isEnding
  }

  async #live() {
    do await this.round()
    while (await this.rested(this.rest))
  }
}
