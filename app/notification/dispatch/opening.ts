import type { Transport } from '../transport/transport.ts'

/** Whether this process has a transport open: opened once, closed when all that is under way is done. */
export class Opening {
  #isOpen = false
  #closing: Promise<void> | null = null

  constructor(private readonly transport: Transport) {}

  get isOpen() {
    return this.#isOpen
  }

  /** Whoever opened it before it is closed would open it for nothing. */
  get closing() {
    return this.#closing
  }

  /** Once: a gateway that stopped because of a wrong setting waits for a person. */
  open() {
    if (!this.#isOpen) this.transport.start()
    this.#isOpen = true
  }

  async close() {
    if (this.#isOpen) {
      this.#isOpen = false
      this.#closing = this.transport.drain().finally(() => {
        this.#closing = null
      })
    }
    await this.#closing
  }
}
