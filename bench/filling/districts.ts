import db from '@adonisjs/lucid/services/db'
import { seedAuthority } from '#database/seeders/authority_seeder'

/** What each authority has of its own from the beginning. */
const OF_AUTHORITIES = [
  'authorities',
  'units',
  'headings',
  'subjects',
  'holidays',
  'deadline_rules',
]

/**
 * Sees to it that so many authorities stand there: the demonstration's above, the others below it, with
 * the units and subjects that it began with. A database that is kept has them from the last time.
 */
export async function standUp(authorities: number) {
  const all = await db.from('authorities').orderBy('id')
  const [first] = all
  if (all.length >= authorities) return
  await db.from('authorities').where('id', first.id).update({ host: '127.0.0.1' })
  const { id, ...row } = first
  const missing = Array.from({ length: authorities - all.length }, (_, at) => {
    const code = `ilce${all.length + at}`
    const name = `Deneme ${all.length + at} Kaymakamlığı`
    return { ...row, code, name, host: `${code}.example`, parent_id: id }
  })
  await db.table('authorities').multiInsert(missing)
  for (const one of await db.from('authorities').where('parent_id', id)) {
    await seedAuthority(one, db.connection())
  }
  // Else the database takes these tables for those of one authority for a while, and goes through all.
  await db.rawQuery(`analyze table ${OF_AUTHORITIES.join()}`)
}
