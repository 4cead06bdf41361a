import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  Catalogue,
  draftsAreTaken,
  heirOf,
  leftLately,
  leftWithDrafts,
  movedLately,
  nothingIsLeft,
  type Officer,
} from '#organisation'
import { Drafts, holdsAny, passHeldOn } from '#response'
import { transaction } from '#shared/database/transaction'
import { Rounds } from '#shared/rounds'

/** Milliseconds between two looks: a day of leaving begins at midnight. */
const ROUND = 3_600_000

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * On the day of leaving somebody else of the unit takes the drafts and what was in hand, as it was said;
 * what nobody was named for is nobody's again, as what somebody had in hand who works in another unit
 * now. Run again it does nothing twice: who has nothing left is
 * not found any more.
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
      for (const person of await leftLately()) {
        const heir = await transaction((trx) => heirOf(person, trx))
        const passed = await passHeldOn(person, heir)
        if (passed === 0) continue
        this.log.info({ officer: person.id, passed }, 'Petitions in hand passed on after leaving')
      }
      for (const person of await movedLately()) {
        const passed = await movedOn(person)
        this.log.info(
          { officer: person.id, passed },
          'Petitions in hand left in the unit of before'
        )
      }
      for (const person of await leftWithDrafts()) {
        const drafts = await transaction((trx) => bidFarewell(person, trx))
        this.log.info({ officer: person.id, drafts }, 'Drafts taken on the day of leaving')
      }
    } catch (error) {
      this.log.error({ err: error }, 'What somebody who left worked on is still theirs')
    }
  }
}

/**
 * One piece of them; where nothing was left, nor anything in hand, it is forgotten who takes it.
 *
 * @returns how many drafts somebody else goes on with
 */
export async function bidFarewell(person: Officer, trx: TransactionClientContract) {
  const heir = await heirOf(person, trx)
  const drafts = heir ? await Drafts.handOn(person, heir, trx) : 0
  if (drafts === 0 && !(await holdsAny(person, trx))) await draftsAreTaken(person, trx)
  return drafts
}

/**
 * Whoever works in another unit now has nothing of any other in hand, however often they changed
 * meanwhile: what they shared the other one goes on with, all else is nobody's there, and whoever comes
 * first takes it. What a closed unit had goes along with its people (Succession).
 *
 * @returns how many went; more may be left for the next round
 */
export async function movedOn(person: Officer) {
  const { id, leftUnitId, unitId, authorityId } = person
  if (!leftUnitId) return 0
  const { units } = await Catalogue.of(authorityId)
  const among = units.flatMap((one) => (one.id === unitId ? [] : one.id))
  const passed = await passHeldOn({ id, among }, null)
  if (!(await holdsAny({ id, among }))) await nothingIsLeft(person)
  return passed
}
