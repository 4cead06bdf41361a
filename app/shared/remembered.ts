/**
 * Something read once and kept in memory: rules, lists, notices. When what is held is older than
 * `seconds`, the next caller still gets it at once while a fresh copy is fetched behind; a request
 * never waits for a list that changes twice a year.
 */
export class Remembered<T> {
  /** What is being read behind somebody's back. */
  static readonly #behind = new Set<Promise<unknown>>()

  #held?: { value: T; at: number }
  #loading?: Promise<T>

  constructor(
    private readonly load: () => Promise<T>,
    private readonly seconds = 10
  ) {}

  /** Resolves when nothing is being read behind, whatever came of it. */
  static async quiet() {
    while (Remembered.#behind.size > 0) await Promise.all(Remembered.#behind)
  }

  async get(): Promise<T> {
    if (!this.#held) return this.#fetch()
    if (Date.now() - this.#held.at > this.seconds * 1000) this.#fetchBehind()
    return this.#held.value
  }

  /** After a change in this process: the next caller reads afresh. */
  forget() {
    this.#held = undefined
    this.#loading = undefined
  }

  #fetchBehind() {
    const behind: Promise<unknown> = this.#fetch()
      .catch(() => {})
      .finally(() => Remembered.#behind.delete(behind))
    Remembered.#behind.add(behind)
  }

  #fetch() {
    if (this.#loading) return this.#loading
    const loading = this.load()
      .then((value) => {
        // What was begun before a change is told to those who asked before it, and not kept.
        if (this.#loading === loading) this.#held = { value, at: Date.now() }
        return value
      })
      .finally(() => {
        if (this.#loading === loading) this.#loading = undefined
      })
    this.#loading = loading
    return loading
  }
}
