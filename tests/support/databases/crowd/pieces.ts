import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { dayOf } from '#shared/dates/turkish_date'
import type { Cast } from './cast.ts'
import { CREATE_DAYS, fillDays } from './days.ts'
import { dialectOf } from './dialect.ts'
import type { Batch } from './fates.ts'
import { fillPeople } from './people.ts'
import { CREATE_PLAN, planOf } from './plan.ts'
import { rowsOf } from './rows.ts'

const YEARS = 2
/** Up to so many petitions everything is told: beyond it the messages alone would take 45 GB. */
export const TELLS_ALL = 2_000_000
const PEOPLE = { least: 500, most: 100_000, petitions: 20 }
const TEMPORARY = ['crowd', 'crowd_people', 'crowd_days']

/** The batch that brings a crowd of the one size to the other, over the two years until now. */
export function batchOf(from: number, to: number): Batch {
  const now = DateTime.utc().minus({ minutes: 1 })
  const begin = now.minus({ years: YEARS })
  const seconds = Math.floor(now.diff(begin).as('seconds'))
  return { from, to, begin: stamp(begin), seconds, tellsLittle: to - from > TELLS_ALL }
}

/** Writes a batch piece by piece, all of them over one connection, on which its plan lies. */
export class Pieces {
  readonly #people: number

  constructor(
    /** of each authority; the first one's has the most */
    private readonly casts: readonly Cast[],
    private readonly batch: Batch
  ) {
    const { least, most, petitions } = PEOPLE
    this.#people = Math.min(most, Math.max(least, Math.floor((batch.to - batch.from) / petitions)))
  }

  async prepare(client: QueryClientContract) {
    const { begin, seconds } = this.batch
    await client.rawQuery(CREATE_PLAN)
    await fillPeople(this.#people, client)
    // Days are the authority's: for three hours of each the date in UTC is still yesterday's.
    const first = dayOf(DateTime.fromSQL(begin, { zone: 'utc' }))
    await client.rawQuery(CREATE_DAYS)
    for (const { catalogue } of this.casts) {
      await fillDays(catalogue, first, first.plus({ seconds }), client)
    }
  }

  /** The petitions of these numbers, with everything that belongs to them. */
  async write([first, last]: [number, number], client: QueryClientContract) {
    const { casts, batch } = this
    const dialect = dialectOf(client)
    const highest = await highestIds(client)
    for (const [at, cast] of casts.entries()) {
      const setting = {
        cast,
        batch,
        dialect,
        people: this.#people,
        share: [at, casts.length],
      } as const
      await client.rawQuery('delete from crowd')
      await client.rawQuery(planOf([first, last], highest.petitions!, setting))
      for (const sql of rowsOf({ cast, batch, dialect, highest })) await client.rawQuery(sql)
    }
  }

  async end(client: QueryClientContract) {
    const { drop } = dialectOf(client)
    for (const table of TEMPORARY) await client.rawQuery(`${drop} ${table}`)
  }
}

async function highestIds(client: QueryClientContract) {
  const highest: Record<string, number> = {}
  for (const table of ['petitions', 'referrals', 'messages']) {
    const [row] = await client.from(table).max('id as id')
    highest[table] = Number(row.id ?? 0)
  }
  return highest
}
