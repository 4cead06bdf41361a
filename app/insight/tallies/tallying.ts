import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { Rounds } from '#shared/rounds'
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
  readonly #rounds = new Rounds(() => this.#tried(), ROUND)

  constructor(
    private readonly log: Log,
    private readonly rest = REST
  ) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
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

  async #tried() {
    try {
      await this.round()
    } catch (error) {
      this.log.error({ err: error }, 'The figures of the managers are not counted')
    }
  }

  async #all(piece: () => Promise<boolean>) {
    while (!this.#rounds.isEnding && (await piece())) await this.#rounds.rested(this.rest)
  }
}
