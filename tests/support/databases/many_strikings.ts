import db from '@adonisjs/lucid/services/db'
import { officer } from '../journey.js'

const PETITIONS = 3_000

/** So many petitions' texts were read and struck: in a small table no database looks for an index. */
export async function manyStrikings() {
  const { id } = await officer('sef')
  await db.rawQuery(
    `insert into strikings (petition_id, thing, words, officer_id, struck_at)
     select petitions.id, 'text', 'Okunan sözler', ?, received_at
     from petitions order by petitions.id limit ?`,
    [id, PETITIONS]
  )
}
