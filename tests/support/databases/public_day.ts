import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { today } from '#shared/dates/turkish_date'
import { officer } from '#tests/support/journey'

/** A public day, with people who are still to be heard. */
export async function publicDay(people = 2, ago = 0) {
  const { id, authorityId } = await officer('kaymakam')
  const day = { day: today().minus({ days: ago }).toISODate(), begins_at: '14:00', minutes: 10 }
  const by = { heard_by: id, set_by: (await officer('masa')).id }
  await db.table('public_days').insert({ authority_id: authorityId, ...day, ...by })
  const set = await db.from('public_days').orderBy('id', 'desc').firstOrFail()
  const given = { public_day_id: set.id, given_by: by.set_by, given_at: '2026-01-05 09:00:00' }
  const rows = Array.from({ length: people }, (_one, at) => ({
    ...{ ...given, position: at + 1, at: '14:00' },
    ...{ name: encryption.encrypt(`Deneme ${at + 1}`), about: encryption.encrypt('Yol') },
  }))
  await db.table('appointments').multiInsert(rows)
}
