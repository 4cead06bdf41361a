import db from '@adonisjs/lucid/services/db'
import { officer } from '../journey.js'

const PETITIONS = 3_000

/** So many drafts were begun and never saved: in a small table no database looks for an index. */
export async function manySittings() {
  const { id } = await officer('tarim')
  await db.rawQuery(
    `insert into draft_sittings
       (petition_id, officer_id, unit_id, sitting, part, begun_from, turn, begun_at, kept_at)
     select petitions.id, ?, petitions.unit_id, 'deneme', 'draft', 0, 1, received_at, received_at
     from petitions order by petitions.id limit ?`,
    [id, PETITIONS]
  )
}
