import { DateTime, type DurationLike } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { Catalogue, reachedBy } from '#organisation'
import { Rounds } from '#shared/rounds'
import { LastDay } from '../models/last_day.ts'
import { CalendarMove } from '../models/calendar_move.ts'
import { Petition } from '../models/petition.ts'
import { PetitionChanged } from '../models/petition_record.ts'
import { movedDays, rulesOf } from './moved_days.ts'
import { openPetitions, type OpenPetition } from './open_petitions.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 2000
const REST = 20
/** Petitions that are looked at in one piece. */
const A_PIECE = 200
/** After so long every process knows of the days (Catalogue); the second time begins then. */
const KNOWN_EVERYWHERE = { seconds: 20 }
/** An officer who works on a petition may be faster, so often. */
const TRIES = 5

interface Log {
  error(data: object, message: string): void
}

/**
 * Moves the last days of open petitions onwards after days off were entered. Each petition is moved by
 * a step of its own, in a transaction of its own; killed anywhere, the next round goes on, and finds
 * that what was moved went round these days already.
 */
export class Mover {
  readonly #rounds = new Rounds(() => this.#tried(), ROUND)
  /** The move for which the calendars were read afresh. */
  #fresh = 0

  constructor(
    private readonly log: Log,
    private readonly settles: DurationLike = KNOWN_EVERYWHERE,
    private readonly aPiece = A_PIECE
  ) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /** All that is to be moved, a piece after the other. */
  async round() {
    while (!this.#rounds.isEnding && (await this.piece())) await this.#rounds.rested(REST)
  }

  /**
   * The next petitions of the move that was begun first.
   *
   * @returns whether there may be more to do at once
   */
  async piece() {
    const move = await CalendarMove.next()
    if (!move) return false
    // Another process entered the days: what is remembered here may be from before.
    if (this.#fresh !== move.id) Catalogue.forget()
    this.#fresh = move.id
    const petitions = await openPetitions(await reachedBy(move), move.lookedTo, this.aPiece)
    await this.#move(petitions, move)
    if (petitions.length === this.aPiece) return this.#lookedTo(petitions.at(-1)!.id, move)
    return this.#atTheEnd(move)
  }

  async #move(petitions: OpenPetition[], move: CalendarMove) {
    const rules = await rulesOf(petitions)
    for (const petition of petitions) {
      const { calendar } = await Catalogue.of(petition.authorityId)
      const moved = movedDays(petition, rules, move.days, calendar)
      if (Object.keys(moved).length > 0) await moveOne(petition.id, move)
    }
  }

  async #lookedTo(id: number, move: CalendarMove) {
    await CalendarMove.query().where('id', move.id).update({ looked_to: id })
    return true
  }

  async #atTheEnd(move: CalendarMove) {
    const isKnown = move.begunAt.plus(this.settles) <= DateTime.utc()
    if (!isKnown) return false
    const row = CalendarMove.query().where('id', move.id)
    if (move.isSecond) await row.update({ finished_at: stamp(DateTime.utc()) })
    else await row.update({ looked_to: 0, is_second: true })
    return true
  }

  async #tried() {
    try {
      await this.round()
    } catch (error) {
      this.log.error({ err: error }, 'The last days that leave moves are not moved')
    }
  }
}

/** As the petition is now, which may be another one than when it was looked at. */
async function moveOne(id: number, move: CalendarMove) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await moveAsItIs(await Petition.findOrFail(id), move)
    } catch (error) {
      if (!(error instanceof PetitionChanged) || attempt === TRIES) throw error
    }
  }
}

async function moveAsItIs(petition: Petition, { id, name, days }: CalendarMove) {
  if (!petition.isOpen) return
  const { calendar } = await Catalogue.of(petition.authorityId)
  const dated = { receivedAt: petition.receivedAt, days: await LastDay.of(petition) }
  const lastDays = movedDays(dated, await rulesOf([dated]), days, calendar)
  const { promise, legal } = lastDays
  if (!promise && !legal) return
  const kind = promise ? 'dayMoved' : 'legalDayMoved'
  await petition.change(async (fresh, trx) => {
    await fresh.take({ kind, lastDays, note: name, trx })
    await trx.from('calendar_moves').where({ id }).increment('moved', 1)
  })
}
