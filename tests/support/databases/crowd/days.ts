import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { KINDS } from '#intake'
import type { Catalogue } from '#organisation'

/** The last days of whatever came in on a day, as the application reckons them, a row a day and kind. */
export async function fillDays(
  catalogue: Catalogue,
  from: DateTime,
  until: DateTime,
  client: QueryClientContract
) {
  const clock = (name: string) =>
    `${name}_on date, ${name}_rule integer, ${name}_reason varchar(300),
     ${name}_reason_en varchar(300), ${name}_rolled date, ${name}_off text`
  await client.rawQuery(
    `create temporary table crowd_days (day varchar(10), kind varchar(20),
       ${clock('promise')}, ${clock('legal')}, primary key (day, kind))`
  )
  const rows = []
  for (let day = from; day <= until.plus({ days: 1 }); day = day.plus({ days: 1 })) {
    for (const kind of KINDS) rows.push(rowOf(catalogue, day, kind))
  }
  await insertRows(client, 'crowd_days', rows)
}

function rowOf(catalogue: Catalogue, day: DateTime, kind: string) {
  const clocks = Object.entries(catalogue.deadlines(day, kind)).map(([name, deadline]) => ({
    [`${name}_on`]: deadline.on.toISODate(),
    [`${name}_rule`]: deadline.ruleId,
    [`${name}_reason`]: deadline.reason('tr'),
    [`${name}_reason_en`]: deadline.reason('en'),
    [`${name}_rolled`]: deadline.rolledFrom?.toISODate() ?? null,
    [`${name}_off`]: deadline.daysOff,
  }))
  return Object.assign({ day: day.toISODate()!, kind }, ...clocks)
}
