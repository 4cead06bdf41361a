import { Charge, isShieldedFrom, Petition } from '#intake'
import { Catalogue, Officer } from '#organisation'

/** Whoever drafts answers may have a petition in hand. */
const DRAFTING = ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'] as const
/** So many are offered: a unit is no larger. */
const MOST = 200

/** Officers of the unit in charge to whom it can be given: none of them is one whom it is about. */
export async function colleaguesFor(petition: Petition) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const { unit } = await Charge.of(petition)
  const { authorityId } = petition
  const all = await Officer.atWork({ authorityId, roles: DRAFTING, unitId: unit.id })
    .preload('officerRoles')
    .limit(MOST)
  for (const one of all) await one.loadRoles()
  return all
    .filter((one) => !isShieldedFrom(one, petition, catalogue.bureau))
    .sort((one, other) => one.name.localeCompare(other.name, 'tr'))
}

/** The one with this id, if it may be in that one's hands: they see it, and it is none of their own. */
export async function colleagueFor(petition: Petition, id: string) {
  const found = (await colleaguesFor(petition)).find((one) => String(one.id) === id)
  if (!found) return null
  const theirs = await Petition.findFor(found, petition.number)
  return theirs?.mayDo('draft', found) ? found : null
}
