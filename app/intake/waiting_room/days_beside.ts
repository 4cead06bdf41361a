import db from '@adonisjs/lucid/services/db'
import { moment, type Stored } from '#shared/dates/stored'

/** The days before and after this one on which numbers were given; null: there are none. */
export async function daysBeside(authorityId: number, day: string) {
  const of = async (sign: '<' | '>', end: 'max' | 'min') => {
    const found = db.from('queue_tickets').where('authority_id', authorityId)
    // One look into the index: whole rows in the order of the day were read by the hundred.
    const [row]: { day: Stored | null }[] = await found.where('day', sign, day)[end]('day as day')
    return row?.day ? moment(row.day).toISODate() : null
  }
  const [before, after] = await Promise.all([of('<', 'max'), of('>', 'min')])
  return { before, after }
}
