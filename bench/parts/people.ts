import db from '@adonisjs/lucid/services/db'
import type { Bench } from '../bench.ts'

const MOST_MS = 15
const MOST_ROWS = 100
const TIMES = 300
const BUSY = { phone: '0500 012 34 56', nationalId: '12345678950', name: 'Mehmet Deneme' }
/** Petitions of each who is common: a name that half the town bears, a telephone of a shop. */
const COMMON = 1000

/** Who has come before, by telephone, identity number and name, of those who are common and of others. */
export default async function people({ database, report, say }: Bench) {
  const { knownPeople, nameKey, soughtIn } = await import('#intake')
  const { Officer } = await import('#organisation')
  const { blindIndex } = await import('#shared/keys')
  const { PhoneNumber } = await import('#shared/typed/phone_number')
  const masa = await (await Officer.findByOrFail('login', 'masa')).loadRoles()
  say('a thousand petitions of one telephone, one number and one name')
  const [{ last }] = await db.from('petitioners').max('id as last')
  const apart = Math.max(1, Math.floor(Number(last) / COMMON))
  await db
    .from('petitioners')
    .whereRaw('id % ? = 0', [apart])
    .update({
      phone_index: blindIndex('phone', PhoneNumber.parse(BUSY.phone)!.e164),
      national_id_index: blindIndex('nationalId', BUSY.nationalId),
      name_index: nameKey(BUSY.name),
    })
  // Speaks for a thousand others as well.
  await db.rawQuery(
    `insert into representatives (petition_id, authority_id, relation, phone_index, national_id_index,
       name_index)
     select petition_id, authority_id, 'lawyer', phone_index, national_id_index, name_index
     from petitioners where id % ? = 0
       and petition_id not in (select petition_id from representatives)`,
    [apart]
  )
  // Names of the crowd have numbers in them, which no officer could look for.
  const others = Array.from({ length: TIMES }, (_, at) => nameKey(`Deneme Ayşe ${at * 7}`)!)
  for (const [what, words] of [
    ['a common telephone', [soughtIn(BUSY.phone)]],
    ['a common identity number', [soughtIn(BUSY.nationalId)]],
    ['a common name', [soughtIn(BUSY.name)]],
    ['names', others.map((index) => [{ by: 'name', index } as const])],
  ] as const) {
    say(what)
    const times: number[] = []
    const look = (turn: number) => knownPeople(masa, words[turn % words.length]!)
    await look(0)
    for (let turn = 0; turn < TIMES; turn++) {
      const began = performance.now()
      await look(turn)
      times.push(performance.now() - began)
    }
    const { rows } = await database.count(async () => {
      for (let turn = 0; turn < words.length; turn++) await look(turn)
    })
    const p99 = times.toSorted((a, b) => a - b)[Math.floor(TIMES * 0.99)]!
    const each = Math.round(rows / words.length)
    report.floor(`${what}: p99 of who came before`, `${p99.toFixed(1)} ms`, p99 <= MOST_MS)
    report.floor(`${what}: rows read for who came before`, each, each <= MOST_ROWS)
  }
}
