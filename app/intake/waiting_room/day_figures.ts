import db from '@adonisjs/lucid/services/db'
import { moment, type Stored } from '#shared/dates/stored'
import { inTurkiye } from '#shared/dates/turkish_date'
import { median } from './median.ts'

interface Row {
  state: string
  taken_at: Stored
  called_at: Stored | null
  ended_at: Stored | null
}

/** What a day in the waiting room was like; of a day there are at most as many rows as numbers. */
export async function dayFigures(authorityId: number, day: string) {
  const columns = ['state', 'taken_at', 'called_at', 'ended_at']
  const tickets = db.from('queue_tickets').where({ authority_id: authorityId, day })
  const rows: Row[] = await tickets.select(columns)
  const waits = rows.filter(({ called_at }) => called_at !== null).map(waitOf)
  const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
  return {
    taken: rows.length,
    served: count('served', 'called'),
    absent: count('absent'),
    waiting: count('waiting'),
    /** minutes */
    median: median(waits),
    longest: waits.length > 0 ? Math.max(...waits) : null,
    hours: hoursOf(rows),
  }
}

/** From the kiosk's button to the first call. */
function waitOf({ taken_at, called_at }: Row) {
  return Math.round(moment(called_at!).diff(moment(taken_at), 'minutes').minutes)
}

/** How many were called and done in each hour in which something was. */
function hoursOf(rows: Row[]) {
  const served = rows.filter(({ state }) => state === 'served')
  const byHour = Map.groupBy(served, ({ ended_at }) => inTurkiye(moment(ended_at!)).hour)
  const hours = [...byHour].sort(([one], [other]) => one - other)
  return hours.map(([hour, done]) => ({ hour, served: done.length }))
}
