import { Petition } from '#intake'
import { Officer } from '#organisation'

const WORKING = ['bureauOfficer', 'bureauChief', 'unitOfficer', 'unitHead'] as const
/** So many are offered: an authority of more gives a directive to the unit. */
const MOST = 300

/** To whom a manager may give one: those who work with petitions. */
export async function addresseesAt(authorityId: number) {
  const all = await Officer.atWork({ authorityId, roles: WORKING })
    .preload('officerRoles')
    .limit(MOST)
  return all.toSorted((one, other) => one.name.localeCompare(other.name, 'tr'))
}

/** Whether this officer may work on the petition: sees it, and it is none of their own. */
export async function mayGet(officer: Officer, number: string) {
  await officer.loadRoles()
  const petition = await Petition.findFor(officer, number)
  return Boolean(petition?.isWithAuthorityOf(officer) && !petition.isOwnOf(officer))
}
