import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { moment, type Stored } from '#shared/dates/stored'
import { inTurkiye } from '#shared/dates/turkish_date'
import { insertRows } from './fill.ts'

interface Ticket {
  state: string
  taken_at: Stored
  called_at: Stored | null
  ended_at: Stored | null
}

/** Counts the days that there were before anything was counted as it happened (migration 123). */
export async function talliesOfTickets(db: QueryClientContract) {
  const days: { authority_id: number; day: string }[] = await db
    .from('queue_tickets')
    .distinct('authority_id', 'day')
  for (const { authority_id, day } of days) {
    const tickets: Ticket[] = await db.from('queue_tickets').where({ authority_id, day })
    const counts = new Map<string, number>()
    for (const name of tickets.flatMap(whatOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
    const rows = [...counts].map(([name, times]) => {
      const [what, value] = name.split(' ') as [string, string]
      return { authority_id, day, what, value: Number(value), times }
    })
    await insertRows(db, 'queue_tallies', rows)
  }
}

/** As app/intake/waiting_room/tally.ts counts; a migration stays as it was. */
function whatOf({ state, taken_at: taken, called_at: called, ended_at: ended }: Ticket) {
  const minutes = called ? moment(called).diff(moment(taken), 'minutes').minutes : null
  const waited = minutes === null ? null : Math.round(minutes)
  return [
    'taken 0',
    ...(waited === null ? [] : [`wait ${waited <= 240 ? waited : Math.round(waited / 15) * 15}`]),
    ...(state === 'served' ? [`served ${inTurkiye(moment(ended!)).hour}`] : []),
    ...(state === 'absent' ? ['absent 0'] : []),
  ]
}
