import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { beginFirstCount, recountPiece } from './recount.ts'
import { countSteps } from './steps.ts'
import { countTexts } from './texts.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 2000
const REST = 5

interface Log {
  error(data: object, message: string): void
}

/**
 * Sayım: counts for the managers' page what has happened since, every two seconds. Several processes
 * may: one counts while the others wait.
 */
export class Tallying {
  readonly #ending = new AbortController()
  #life: Promise<void> | null = null

  constructor(
    private readonly log: Log,
    private readonly rest = REST
  ) {}

  start() {
    this.#life ??= this.#live()
  }

  /** Resolves when the piece that is under way is done. */
  async stop() {
    this.#ending.abort()
    await this.#life
  }

  /** All that is to be counted, a piece after the other. */
  async round(now?: DateTime) {
    await beginFirstCount()
    await this.#all(async () => (await recountPiece()) !== null)
    await this.#all(() => countSteps(now))
    for (const { id } of await db.from('authorities').select('id')) {
      await this.#all(() => countTexts(id, now))
    }
  }

  async #live() {
    do {
      try {
        await this.round()
      } catch (error) {
        this.log.error({ err: error }, 'The figures of the managers are not counted')
      }
    } while (await this.#rested(ROUND))
  }

  async #all(piece: () => Promise<boolean>) {
    while (!this.#ending.signal.aborted && (await piece())) await this.#rested(this.rest)
  }

  /** False when it is to end. */
  async #rested(wait: number) {
    const { signal } = this.#ending
    await pause(wait, null, { signal, ref: false }).catch(() => {})
    return !signal.aborted
  }
}
