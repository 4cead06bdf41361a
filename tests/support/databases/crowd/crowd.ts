import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { castOf, type Cast } from './cast.ts'
import { fillDays } from './days.ts'
import { dialectOf } from './dialect.ts'
import { FREQUENT, type Batch } from './fates.ts'
import { fillPeople, person } from './people.ts'
import { CREATE_PLAN, planOf } from './plan.ts'
import { rowsOf } from './rows.ts'

const YEARS = 2
/** So many petitions are written in one transaction. */
const PIECE = 25_000
const PEOPLE = { least: 500, most: 100_000, petitions: 20 }
const TEMPORARY = ['crowd', 'crowd_people', 'crowd_days']

/**
 * Very many petitions as years bring them, with everything that the application writes of each: units
 * of which one has nearly a third and some hardly any, all stages, outcomes and subjects that are rare,
 * people with a thousand petitions, a tenth of all come on one day. The same ones each time, up to the
 * day: all is drawn by arithmetic on a running number, inside the database.
 */
export class Crowd {
  /** So many, in the database in use. They are the authority's; its catalogue knows more units then. */
  static async gather(petitions: number, authorityId: number) {
    const crowd = new Crowd(await castOf(authorityId, db.connection()))
    await crowd.add(batchOf(0, petitions), () => {})
    return crowd
  }

  private constructor(readonly cast: Cast) {}

  /** What somebody of whom there are a thousand petitions is found by. */
  get frequent() {
    return Array.from({ length: FREQUENT.people }, (_, number) => person(number))
  }

  private async add(batch: Batch, told: (done: number) => void) {
    await db.transaction(async (trx) => {
      await this.#prepare(batch, trx)
      for (let first = batch.from; first < batch.to; first += PIECE) {
        const last = Math.min(first + PIECE, batch.to) - 1
        await this.#write([first, last], batch, trx)
        told(last + 1)
      }
      for (const table of TEMPORARY) await trx.rawQuery(`${dialectOf(trx).drop} ${table}`)
    })
  }

  async #prepare({ from, to, begin, seconds }: Batch, trx: TransactionClientContract) {
    await trx.rawQuery(CREATE_PLAN)
    await fillPeople(peopleFor(to - from), trx)
    const first = DateTime.fromSQL(begin, { zone: 'utc' })
    await fillDays(this.cast.catalogue, first, first.plus({ seconds }), trx)
  }

  async #write(numbers: [number, number], batch: Batch, trx: TransactionClientContract) {
    const dialect = dialectOf(trx)
    const { cast } = this
    const people = peopleFor(batch.to - batch.from)
    const [highest] = await trx.from('petitions').max('id as id')
    await trx.rawQuery('delete from crowd')
    await trx.rawQuery(planOf(numbers, highest.id ?? 0, { cast, batch, people, dialect }))
    const columns = Object.keys(await db.connection().columnsInfo('petition_readers'))
    const readersHaveKeys = columns.includes('received_at')
    for (const sql of rowsOf({ cast, batch, dialect, readersHaveKeys })) await trx.rawQuery(sql)
  }
}

function batchOf(from: number, to: number): Batch {
  const now = DateTime.utc().minus({ minutes: 1 })
  const begin = now.minus({ years: YEARS })
  return { from, to, begin: stamp(begin), seconds: Math.floor(now.diff(begin).as('seconds')) }
}

function peopleFor(petitions: number) {
  const { least, most, petitions: each } = PEOPLE
  return Math.min(most, Math.max(least, Math.floor(petitions / each)))
}
