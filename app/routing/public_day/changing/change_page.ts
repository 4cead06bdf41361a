import { DateTime } from 'luxon'
import { DayChange } from '../../models/day_change.ts'
import type { PublicDay } from '../../models/public_day.ts'
import { against } from './standing.ts'

/** Changes of one day that a page shows. */
const MOST_SHOWN = 20

/** What somebody sees who changes or cancels a day, as they typed it where they did. */
export function changePage(day: PublicDay) {
  const { id, version, beginsAt, minutes, place } = day
  const typed = {
    day: DateTime.fromISO(day.day, { zone: 'utc' }).toFormat('d.M.yyyy'),
    begins: beginsAt.replace(':', '.'),
    ...{ minutes: String(minutes), place: place ?? '' },
  }
  const waiting = day.appointments.filter(({ state }) => state === 'expected').length
  return { id, version, typed, waiting, against: against(day) }
}

/** What a day was before, the newest first. */
export async function changesOf({ id }: PublicDay) {
  const newest = DayChange.query().where('public_day_id', id).orderBy('id', 'desc')
  const rows = await newest.limit(MOST_SHOWN).preload('maker')
  return rows.map((row) => ({
    ...{ kind: row.kind, reason: row.reason, at: row.madeAt, by: row.maker.name },
    ...{ begins: row.beginsAt.replace(':', '.'), minutes: row.minutes, place: row.place },
    on: DateTime.fromISO(row.day, { zone: 'utc' }),
  }))
}
