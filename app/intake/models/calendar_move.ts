import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { CalendarMoveSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'

/** Days off that were entered, and for whom. */
export interface Entered {
  /** null: for the whole country */
  authorityId: number | null
  forTree: boolean
  officerId: number
  /** what the days are called */
  name: string
  firstDay: DateTime
  lastDay: DateTime
}

/** So many of the latest stand on the calendar's page, of one authority. */
const SHOWN = 5

/**
 * Son günlerin ilerletilmesi: days off were entered, and the open petitions whose last day they move
 * are gone through, by their ids; `looked_to` is how far. Twice: what was received meanwhile, with the
 * calendar that another process still had, is found the second time.
 */
export class CalendarMove extends CalendarMoveSchema {
  /** In the transaction that enters the days. */
  static async begin(entered: Entered, trx: TransactionClientContract) {
    const [last] = await trx.from('petitions').max('id as id')
    const rest = { begunAt: DateTime.utc(), lookedTo: 0, lookUntil: Number(last.id ?? 0), moved: 0 }
    return this.create({ ...entered, ...rest, isSecond: false }, { client: trx })
  }

  /** The one that was begun first and is not finished. */
  static next() {
    return this.query().whereNull('finished_at').orderBy('id').first()
  }

  /** Those that were begun since then: a few in a week. */
  static since(moment: DateTime) {
    return this.query().where('begun_at', '>=', stamp(moment)).orderBy('id')
  }

  /** The latest that concern an authority, with those above it. */
  static async latestOf(authorityId: number, above: readonly number[]) {
    const of = async (whose: number | null) => {
      const rows = this.query().orderBy('id', 'desc').limit(SHOWN)
      if (whose === null) return rows.whereNull('authority_id')
      void rows.where('authority_id', whose)
      return whose === authorityId ? rows : rows.where('for_tree', true)
    }
    const found = await Promise.all([null, authorityId, ...above].map(of))
    return found
      .flat()
      .sort((one, other) => other.id - one.id)
      .slice(0, SHOWN)
  }

  get isFinished() {
    return this.finishedAt !== null
  }

  /** Hundredths that are done. */
  get done() {
    if (this.isFinished) return 100
    if (this.isSecond || this.lookUntil === 0) return 99
    return Math.min(99, Math.floor((100 * this.lookedTo) / this.lookUntil))
  }

  /** The days off, each. */
  get days() {
    const days: DateTime[] = []
    for (let day = this.firstDay; day <= this.lastDay; day = day.plus({ days: 1 })) days.push(day)
    return days
  }
}
