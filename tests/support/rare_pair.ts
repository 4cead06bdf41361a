import db from '@adonisjs/lucid/services/db'
import { manyPetitions } from '#tests/support/many_petitions'
import { unit } from '#tests/support/journey'

/**
 * A thousand concluded petitions: half of them agriculture's and granted, half the foresters' and
 * inadmissible; the oldest alone is agriculture's and inadmissible. Gives its number.
 */
export async function rarePair() {
  await manyPetitions(1000)
  const [tar, orm] = [await unit('TAR'), await unit('ORM')]
  const rows: { id: number; number: string }[] = await db.from('petitions').orderBy('id')
  const ended = { stage: 'concluded', desk: 'bureau', circle: 'house', complained_unit_id: null }
  await db.from('petitions').update({
    ...ended,
    unit_id: tar.id,
    outcome: 'granted',
    concluded_at: db.raw('received_at'),
  })
  const others = { unit_id: orm.id, outcome: 'inadmissible' }
  await db.from('petitions').whereRaw('id % 2 = 1').update(others)
  const rare = { unit_id: tar.id, outcome: 'inadmissible', concluded_at: '2026-01-05 09:00:00' }
  await db.from('petitions').where('id', rows[0]!.id).update(rare)
  return rows[0]!.number
}
