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
  await moved(set.id, by.set_by)
}

/** It began later before; the first person does not know of it yet. */
async function moved(id: number, officerId: number) {
  const was = { day: today().toISODate(), begins_at: '15:00', minutes: 10 }
  const made = { kind: 'moved', made_by: officerId, made_at: '2026-01-05 09:00:00' }
  await db.table('public_day_changes').insert({ public_day_id: id, ...was, ...made })
  const change = await db.from('public_day_changes').orderBy('id', 'desc').firstOrFail()
  const first = db.from('appointments').where({ public_day_id: id, position: 1 })
  await first.update({ to_tell: change.id })
}
