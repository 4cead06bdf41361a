/**
 * How long each turn of the event loop lasted, in milliseconds of processor time of its thread: what
 * nobody else was served in. Time that the machine gave to others does not count, collections of
 * garbage do. It wakes nobody up: what waits takes no processor time.
 */
export class Probe {
  #longest = 0
  #before = 0

  start() {
    this.#before = now()
    setImmediate(this.#turn).unref()
  }

  /** The longest turn since it was asked last. */
  take() {
    const longest = this.#longest
    this.#longest = 0
    return longest
  }

  readonly #turn = () => {
    const at = now()
    this.#longest = Math.max(this.#longest, at - this.#before)
    this.#before = at
    setImmediate(this.#turn).unref()
  }
}

function now() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
