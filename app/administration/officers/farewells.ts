import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { draftsAreTaken, heirOf, leftWithDrafts, type Officer } from '#organisation'
import { Drafts } from '#response'
import { transaction } from '#shared/database/transaction'
import { Rounds } from '#shared/rounds'

/** Milliseconds between two looks: a day of leaving begins at midnight. */
const ROUND = 3_600_000

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * On the day of leaving somebody else of the unit takes the drafts, as it was said. Run again it does
 * nothing twice: whose drafts were taken is not found any more.
 */
export class Farewells {
  readonly #rounds = new Rounds(() => this.round(), ROUND)

  constructor(private readonly log: Log) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  async round() {
    try {
      for (const person of await leftWithDrafts()) {
        const drafts = await transaction((trx) => bidFarewell(person, trx))
        this.log.info({ officer: person.id, drafts }, 'Drafts taken on the day of leaving')
      }
    } catch (error) {
      this.log.error({ err: error }, 'Drafts of somebody who left are still theirs')
    }
  }
}

/**
 * One piece of them; where nothing was left, there is nothing more to be taken.
 *
 * @returns how many drafts somebody else goes on with
 */
export async function bidFarewell(person: Officer, trx: TransactionClientContract) {
  const heir = await heirOf(person, trx)
  const drafts = heir ? await Drafts.handOn(person, heir, trx) : 0
  if (drafts === 0) await draftsAreTaken(person, trx)
  return drafts
}
