import { seedDistrict } from '#database/demo/district'
import { Authority, Catalogue } from '#organisation'

let id = 0

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
