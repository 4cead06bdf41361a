import db from '@adonisjs/lucid/services/db'
import { seedDistrict } from '#database/demo/district'
import { seedAuthority } from '#database/seeders/authority_seeder'
import { Authority, Catalogue } from '#organisation'

let id = 0
/** Whether a test has added rows of which the catalogues in memory know. */
let hasMore = false

/** Sets up the district that all tests share; after each emptying it is another row. */
export async function seeded() {
  await seedDistrict()
  await foundAgain()
}

/** As it stands in the database that is in use. */
export async function foundAgain() {
  const authority = await Authority.firstOrFail()
  id = authority.id
}

/** Its `authority_id`. */
export function districtId() {
  return id
}

/** Its units, subjects, holidays and rules. */
export function district() {
  return Catalogue.of(id)
}

/** Another authority beside it, each at a host of its own. Gives its `authority_id`. */
export async function neighbour(): Promise<number> {
  hasMore = true
  const authorities = db.from('authorities')
  const { id: _, ...here } = await authorities.clone().where({ id }).firstOrFail()
  // By whatever was read before and whatever is read from now on the pages asked for are the district's.
  await authorities.clone().where({ id }).update({ host: process.env.HOST })
  const row = { ...here, code: 'komsu', name: 'Komşu Kaymakamlığı', host: 'komsu.example' }
  await db.table('authorities').insert(row)
  return (await authorities.clone().where('code', 'komsu').firstOrFail()).id
}

/**
 * The district becomes a governorate with so many districts below it, each with units and subjects as
 * it has them. Gives their `authority_id`.
 */
export async function districtsBelow(count: number): Promise<number[]> {
  await neighbour()
  const { id: _, ...row } = await db.from('authorities').where('code', 'komsu').firstOrFail()
  const rows = Array.from({ length: count }, (_one, at) => {
    const [code, name] = [`ilce${at + 1}`, `Deneme ${at + 1} Kaymakamlığı`]
    return { ...row, code, name, host: `${code}.example`, parent_id: id }
  })
  await db.table('authorities').multiInsert(rows)
  const below = await db.from('authorities').where('parent_id', id).orderBy('id')
  for (const one of below) await seedAuthority(one, db.connection())
  Catalogue.forget()
  return below.map((one) => one.id)
}

/** Units or authorities were added, for as long as this test lasts. */
export function hasMoreUnits() {
  hasMore = true
  Catalogue.forget()
}

/** What was added went with the test's transaction; who was asked for meanwhile may know of it still. */
export function forgetWhatWasAdded() {
  if (hasMore) Catalogue.forget()
  hasMore = false
}
