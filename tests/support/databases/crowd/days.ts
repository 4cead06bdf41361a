import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { digestOf, KINDS, reckonedDay } from '#intake'
import type { Catalogue, Clock } from '#organisation'

const CLOCKS: Clock[] = ['promise', 'legal']

/** A table of this connection alone. */
export const CREATE_DAYS = `create temporary table crowd_days (authority integer, day varchar(10),
  kind varchar(20), promise_on date, promise_reckoning integer, legal_on date, legal_reckoning integer,
  primary key (authority, day, kind))`

/** The last days of whatever came in on a day, as the application reckons them, a row a day and kind. */
export async function fillDays(
  catalogue: Catalogue,
  from: DateTime,
  until: DateTime,
  client: QueryClientContract
) {
  const days = []
  for (let day = from; day <= until.plus({ days: 1 }); day = day.plus({ days: 1 })) {
    for (const kind of KINDS) days.push({ day, kind, clocks: clocksOf(catalogue, day, kind) })
  }
  const ids = await written(
    days.flatMap(({ clocks }) => clocks),
    client
  )
  const rows = days.map(({ day, kind, clocks }) => ({
    ...{ authority: catalogue.authority.id, day: day.toISODate()!, kind },
    ...Object.assign(
      {},
      ...clocks.map(({ row, digest }) => ({
        [`${row.clock}_on`]: row.due_on,
        [`${row.clock}_reckoning`]: ids.get(digest),
      }))
    ),
  }))
  await insertRows(client, 'crowd_days', rows)
}

type Reckoned = ReturnType<typeof clocksOf>[number]

function clocksOf(catalogue: Catalogue, day: DateTime, kind: string) {
  const deadlines = catalogue.deadlines(day, kind)
  return CLOCKS.map((clock) => {
    const row = reckonedDay(catalogue.authority.id, clock, day, deadlines[clock])
    return { row, digest: digestOf(row) }
  })
}

/** Their ids by digest; what a piece that was broken off has written is there already. */
async function written(reckoned: Reckoned[], client: QueryClientContract) {
  const known = await idsByDigest(client)
  const fresh = new Map(
    reckoned
      .filter(({ digest }) => !known.has(digest))
      .map(({ row, digest }) => [digest, { ...row, digest }])
  )
  await insertRows(client, 'reckonings', [...fresh.values()])
  return idsByDigest(client)
}

async function idsByDigest(client: QueryClientContract) {
  const rows: { id: number; digest: string }[] = await client.from('reckonings')
  return new Map(rows.map(({ id, digest }) => [digest, id]))
}
