import type { WakeUp } from '#shared/wake_up'

/** Does the same again and again: whenever it is woken up, and after a while without it. */
export class PollLoop {
  #stopping = false
  #life: Promise<void> | null = null

  /** @param round gives the milliseconds that may pass until the next one; must not reject */
  constructor(
    private readonly wakeUp: WakeUp,
    private readonly round: () => Promise<number>
  ) {}

  start() {
    this.#stopping = false
    this.#life ??= this.#live()
  }

  /** Resolves when the round that is under way is done. */
  async stop() {
    this.#stopping = true
    this.wakeUp.ring()
    await this.#life
    this.#life = null
  }

  async #live() {
    while (!this.#stopping) {
      const wait = await this.round()
      if (!this.#stopping) await this.wakeUp.heard(wait)
    }
  }
}
