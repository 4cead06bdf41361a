import type { DateTime } from 'luxon'
import { Rounds } from '#shared/rounds'
import { followSteps } from './postings/following.ts'
import { followNames } from './postings/following_names.ts'
import { beginFirstTime, rebuildPiece } from './postings/rebuilding.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 2000
const REST = 5

interface Log {
  error(data: object, message: string): void
}

/**
 * Writes behind the commit by which words petitions are found, every two seconds. Several processes
 * may: one writes while the others wait.
 */
export class SearchRounds extends Rounds {
  constructor(
    private readonly log: Log,
    private readonly pause = REST
  ) {
    super(() => this.#tried(), ROUND)
  }

  /** All that is to be written: what is new or named anew first, also while everything is written anew. */
  async all(now?: DateTime) {
    await beginFirstTime()
    do {
      while (!this.isEnding && (await followSteps(now))) await this.rested(this.pause)
      while (!this.isEnding && (await followNames(now))) await this.rested(this.pause)
    } while (!this.isEnding && (await rebuildPiece()) !== null && (await this.rested(this.pause)))
  }

  async #tried() {
    try {
      await this.all()
    } catch (error) {
      this.log.error({ err: error }, 'New petitions are not found by their words yet')
    }
  }
}
