/**
 * Writes down together what arrives at one moment, and while the last writing is still under way: one
 * commit for many results when there are many, and no waiting when there is one.
 */
export class Batch<Item> {
  #waiting: { item: Item; done: PromiseWithResolvers<void> }[] = []
  #writing = false

  /** @param most SQLite takes 500 rows in one statement. */
  constructor(
    private readonly write: (items: Item[]) => Promise<void>,
    private readonly most = 100
  ) {}

  /** Resolves when it is committed. @throws what the writing threw, for all that were in it. */
  add(item: Item): Promise<void> {
    const done = Promise.withResolvers<void>()
    this.#waiting.push({ item, done })
    if (!this.#writing) {
      this.#writing = true
      // After all that one reading of the socket brought: else the first has a commit of its own.
      setImmediate(() => void this.#empty())
    }
    return done.promise
  }

  async #empty() {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.most)
      try {
        await this.write(batch.map(({ item }) => item))
        for (const { done } of batch) done.resolve()
      } catch (error) {
        for (const { done } of batch) done.reject(error)
      }
    }
    this.#writing = false
  }
}
