import { Catalogue, Officer } from '#organisation'
import type { Petition } from '../models/petition.ts'

const MOST = 200

/** Whom a complaint may mean: who works in the unit that it names, or in the bureau, and the managers. */
export async function personsFor({ authorityId, complainedUnitId }: Petition) {
  const catalogue = await Catalogue.of(authorityId)
  const isOurs = complainedUnitId !== null && catalogue.has(complainedUnitId)
  const unitId = isOurs ? complainedUnitId : catalogue.bureau.id
  const those = await Officer.atWork({ authorityId, unitId, roles: WORKING })
    .preload('officerRoles')
    .limit(MOST)
  const managers = await Officer.managersOf({ id: authorityId }).limit(MOST)
  return [...those, ...managers.filter(({ id }) => !those.some((one) => one.id === id))]
}

const WORKING = ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead', 'manager'] as const
