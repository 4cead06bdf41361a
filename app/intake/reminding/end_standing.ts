import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { OPEN_STAGES } from '../stages.ts'
import { STILL } from './still.ts'

/** Reminders that are looked at in one piece. */
const A_PIECE = 500

/** Those stand no longer whose petition is not open, or has another last day or unit. */
export async function endStanding(goesOn: () => boolean) {
  const stands = db.raw(`case when ${STILL} then 1 else 0 end as stands`, [...OPEN_STAGES])
  for (let after = 0; goesOn();) {
    const found: { id: number; stands: number }[] = await db
      .from('reminders')
      .join('petitions', 'petitions.id', 'reminders.petition_id')
      .whereNull('reminders.until')
      .where('reminders.id', '>', after)
      .orderBy('reminders.id')
      .limit(A_PIECE)
      .select('reminders.id', stands)
    const ids = found.filter((one) => Number(one.stands) !== 1).map(({ id }) => id)
    const until = stamp(DateTime.utc())
    if (ids.length > 0) await db.from('reminders').whereIn('id', ids).update({ until })
    if (found.length < A_PIECE) return
    after = found.at(-1)!.id
  }
}
