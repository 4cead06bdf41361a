import db from '@adonisjs/lucid/services/db'
import { insertRows } from '#database/fill'
import { Catalogue } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { addressDigest, addressFrom } from '#shared/secret_address'
import { officer } from '#tests/support/journey'

/** The district gives numbers: the desk has one of them at its counter, and others wait. */
export async function livelyRoom() {
  const { id: officerId, authorityId } = await officer('masa')
  await db.from('authorities').where('id', authorityId).update({ calls_numbers: true })
  Catalogue.forget()
  await db.table('counters').insert({ officer_id: officerId, name: '1' })
  await manyTickets(authorityId, 3)
  const [lot, day] = ['0'.repeat(32), today().toISODate()!]
  const digest = addressDigest('kiosk', addressFrom('kiosk', lot))
  const counts = { day, last_number: 3, last_place: 3, last_turn: 1 }
  await db.table('waiting_rooms').insert({ authority_id: authorityId, lot, digest, ...counts })
  const called = { state: 'called', officer_id: officerId, counter: '1', turn: 1, calls: 1 }
  const at = '2026-01-05 09:00:00'
  const first = db.from('queue_tickets').where({ number: 1, authority_id: authorityId })
  await first.update({ ...called, called_at: at, recalled_at: at })
}

/** So many numbers of the waiting room, of today or of another day; all of them wait. */
export async function manyTickets(authorityId: number, count: number, ago = 0) {
  const day = today().minus({ days: ago }).toISODate()!
  const rows = Array.from({ length: count }, (_one, at) => ({
    ...{ authority_id: authorityId, day, number: at + 1, place: at + 1 },
    ...{ sort: at % 5 === 0 ? 'priority' : 'ordinary', state: 'waiting' },
    ...{ token_digest: `${day}-${authorityId}-${at}`, taken_at: `${day} 06:00:00` },
  }))
  await insertRows(db.connection(), 'queue_tickets', rows)
  await tallied(authorityId, day, count)
}

/** Counted as if each had waited another time: a day has no more rows than that. */
async function tallied(authorityId: number, day: string, count: number) {
  const waits = Array.from({ length: 24 * 60 }, (_one, minutes) => minutes).filter(
    (minutes) => minutes <= 240 || minutes % 15 === 0
  )
  const hours = Array.from({ length: 24 }, (_one, hour) => ['served', hour] as const)
  const counted = [
    ['taken', 0, count] as const,
    ...(count > 100 ? [...waits.map((minutes) => ['wait', minutes] as const), ...hours] : []),
  ]
  const rows = counted.map(([what, value, times = 1]) => {
    return { authority_id: authorityId, day, what, value, times }
  })
  await insertRows(db.connection(), 'queue_tallies', rows)
}
