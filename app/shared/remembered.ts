import { AsyncLocalStorage } from 'node:async_hooks'

/** A piece of work that goes by what was known when it began. */
interface Steady {
  since: number
  isOver: boolean
}

/**
 * Something read once and kept in memory: rules, lists, notices. When what is held is older than
 * `seconds`, the next caller still gets it at once while a fresh copy is fetched behind; a request
 * never waits for a list that changes twice a year.
 */
export class Remembered<T> {
  /** What is being read behind somebody's back. */
  static readonly #behind = new Set<Promise<unknown>>()

  static readonly #steady = new AsyncLocalStorage<Steady>()
  /** Of what is read to be kept: everybody goes by it, not only the work that asked first. */
  static readonly #afresh: Steady = { since: 0, isOver: true }
  static #forgotten = 0
  static #working = 0

  #held?: { value: T; at: number }
  /** what was known until it was forgotten last */
  #before?: { value: T; until: number }
  #loading?: Promise<T>

  constructor(
    private readonly load: () => Promise<T>,
    private readonly seconds = 10
  ) {}

  /** Resolves when nothing is being read behind, whatever came of it. */
  static async quiet() {
    while (Remembered.#behind.size > 0) await Promise.all(Remembered.#behind)
  }

  /**
   * What was known when this work began is known until it ends, also where it is forgotten meanwhile:
   * a transaction has SQLite's one connection for itself, for which reading afresh would wait in vain.
   */
  static async steadily<R>(work: () => Promise<R>) {
    const during = { since: Remembered.#forgotten, isOver: false }
    Remembered.#working += 1
    try {
      return await Remembered.#steady.run(during, work)
    } finally {
      // What it woke up goes on without it.
      during.isOver = true
      Remembered.#working -= 1
    }
  }

  async get(): Promise<T> {
    if (!this.#held) return this.#knownBefore() ?? this.#fetch()
    if (Date.now() - this.#held.at > this.seconds * 1000) this.#fetchBehind()
    return this.#held.value
  }

  /** After a change in this process: the next caller reads afresh. */
  forget() {
    const held = this.#held
    if (Remembered.#working === 0) this.#before = undefined
    else if (held) this.#before = { value: held.value, until: ++Remembered.#forgotten }
    this.#held = undefined
    this.#loading = undefined
  }

  #knownBefore() {
    const during = Remembered.#steady.getStore()
    if (!during || during.isOver || !this.#before) return undefined
    return this.#before.until > during.since ? this.#before.value : undefined
  }

  #fetchBehind() {
    const behind: Promise<unknown> = this.#fetch()
      .catch(() => {})
      .finally(() => Remembered.#behind.delete(behind))
    Remembered.#behind.add(behind)
  }

  #fetch() {
    if (this.#loading) return this.#loading
    const loading = Remembered.#steady
      .run(Remembered.#afresh, () => this.load())
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
