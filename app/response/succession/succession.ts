import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { Charge, notFor, PetitionChanged, type Petition } from '#intake'
import { Catalogue, Officer, Unit } from '#organisation'
import { handOnQuestion, openQuestionsTo, Referral } from '#routing'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Rounds } from '#shared/rounds'
import { Answer } from '../models/answer.ts'
import { UnitClosing } from '../models/unit_closing.ts'
import { handOnPromise, openPromisesOf } from '../commitments/hand_on_promise.ts'
import { openPetitionsOf } from './open_work.ts'

/** Milliseconds between two rounds, and after a petition: others have the database meanwhile. */
const ROUND = 5000
const REST = 20
const A_PIECE = 20
const CLOSINGS = 10
/** Longer than any process takes to hear of it: until then somebody may refer to the closed unit. */
const HEARD_OF = { seconds: 30 }

interface Log {
  error(data: object, message: string): void
}

/**
 * Devir: gives the petitions of closed units to their successors, each in a transaction of its own
 * with its step and its draft. What is left over is found by asking who is in charge: stopped anywhere
 * and begun again, by one process or several, nothing is moved twice and nothing is lost.
 */
export class Succession {
  readonly #rounds = new Rounds(() => this.round(), ROUND)

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

  /** Every closing that is under way, a piece after the other until nothing of it is left. */
  async round() {
    try {
      for (const closing of await UnitClosing.underWay(CLOSINGS)) {
        const unit = await Unit.findOrFail(closing.unitId)
        const isFree = (await this.#askAnew(unit, closing)) && (await this.#promise(unit, closing))
        if (isFree) await this.#moveAll(unit, closing)
      }
    } catch (error) {
      this.log.error({ err: error }, 'The work of closed units is not handed on')
    }
  }

  /** What others wanted of the unit. @returns false when something is left for the next round */
  async #askAnew(unit: Unit, closing: UnitClosing) {
    const by = await Officer.findOrFail(closing.officerId)
    const to = await closing.successor()
    const found = () => openQuestionsTo(unit, A_PIECE)
    return this.#each(found, (one) => handOnQuestion(one, to, unit, by))
  }

  /** What it promised for later. @returns false when something is left for the next round */
  async #promise(unit: Unit, closing: UnitClosing) {
    const to = await closing.successor()
    const found = () => openPromisesOf(unit, A_PIECE)
    return this.#each(found, (one) => handOnPromise(one, to, closing))
  }

  async #each<T>(found: () => PromiseLike<T[]>, move: (one: T) => Promise<void>) {
    while (!this.#rounds.isEnding) {
      const piece = await found()
      if (piece.length === 0) return true
      for (const one of piece) {
        if (!(await this.#kept(() => move(one)))) return false
        if (!(await this.#rounds.rested(this.rest))) return false
      }
    }
    return false
  }

  async #moveAll(unit: Unit, closing: UnitClosing) {
    const stuck: number[] = []
    while (!this.#rounds.isEnding && stuck.length < A_PIECE) {
      const piece = await openPetitionsOf(unit).whereNotIn('petitions.id', stuck).limit(A_PIECE)
      if (piece.length === 0) break
      const successor = await closing.successor()
      for (const petition of piece) {
        const isMoved = await this.#kept(() => moveOn(petition, closing, successor))
        if (!isMoved) stuck.push(petition.id)
        if (!(await this.#rounds.rested(this.rest))) return
      }
    }
    if (stuck.length === 0 && !this.#rounds.isEnding) await end(closing)
  }

  /** @returns false when it could not be: somebody else works on it, and the next round comes again */
  async #kept(move: () => Promise<void>) {
    try {
      await move()
      return true
    } catch (error) {
      if (!(error instanceof PetitionChanged)) {
        this.log.error({ err: error }, 'A petition of a closed unit was not handed on')
      }
      return false
    }
  }
}

async function moveOn(petition: Petition, closing: UnitClosing, successor: Unit | null) {
  const officer = await Officer.findOrFail(closing.officerId)
  const catalogue = await Catalogue.of(petition.authorityId)
  const { bureau } = catalogue
  await petition.change(async (current, trx) => {
    // It changed hands since it was found: by its version only when it is the same one again.
    const charge = await Charge.of(current)
    if (!charge.isWith({ id: closing.unitId })) return
    // A complaint never goes to the unit that it is about: the desk decides.
    if (!successor || notFor(current, successor, catalogue)) {
      await current.giveToDesk(bureau, { officer }, trx)
    } else {
      await Answer.handOn(current, successor, trx)
      await Referral.handOn(current, successor, officer, trx)
    }
    await trx.from('unit_closings').where('id', closing.id).increment('moved', 1)
  })
}

/** Nothing is left, and nobody can refer to it any more. */
async function end({ id, beganAt }: UnitClosing) {
  const now = DateTime.utc()
  if (beganAt > now.minus(HEARD_OF)) return
  const open = db.from('unit_closings').where('id', id).whereNull('ended_at')
  await again(() => open.update({ ended_at: stamp(now) }))
}
