import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { refuseFor, type Reason } from '#shared/typed/problems'
import { OfficerRole, type Officer } from '../models/officer.ts'
import { permits, seesPetitions, type Role } from '../role.ts'

/** What somebody is: what a change would make of it is held against what it was. */
export interface Post {
  roles: readonly Role[]
  unitId: number | null
}

/** Without somebody who holds each of these an office cannot be kept: the last one stays. */
const NEVER_WITHOUT = { bureauChief: 'last_bureauChief', it: 'last_it' } as const

/**
 * What this officer may not make of another's post: whoever sees petitions is named by whoever holds
 * `officers.appoint`, never by the machine room, and nobody raises themselves.
 */
export function wrongWithAppointment(
  by: Officer,
  who: { id: number | null },
  was: Post,
  is: Post
): Reason | null {
  const wrong = (rule: string): Reason => ({ field: 'roles', rule })
  const given = is.roles.filter((role) => !was.roles.includes(role))
  const moved = is.unitId !== was.unitId
  if (by.id === who.id && (given.length > 0 || moved)) return wrong('own')
  if (by.can('officers.appoint')) return null
  const changed = [...given, ...was.roles.filter((role) => !is.roles.includes(role))]
  const sees = [...was.roles, ...is.roles].some(seesPetitions)
  return changed.some(seesPetitions) || (moved && sees) ? wrong('appoint') : null
}

/**
 * Nobody takes an authority's last chief, its last IT officer or the last one who appoints. Those who
 * hold it are locked by their keys, so that of two chiefs who take each other's the second is refused.
 *
 * @throws Refusal
 */
export async function demandOthers(
  { id, authorityId }: Officer,
  lost: readonly Role[],
  trx: TransactionClientContract
) {
  const needed = (['bureauChief', 'it'] as const).filter((role) => lost.includes(role))
  const appoints = lost.some((role) => permits([role], 'officers.appoint'))
  if (needed.length === 0 && !appoints) return
  const rows: { officer_id: number; role: Role }[] = await OfficerRole.query({ client: trx })
    .join('officers', 'officers.id', 'officer_roles.officer_id')
    .where('officers.authority_id', authorityId)
    // Who goes on a day that is known already is no longer counted on.
    .whereNull('officers.left_on')
    .whereNot('officers.id', id)
    .orderBy('officer_roles.id')
    .select('officer_roles.officer_id', 'officer_roles.role')
    .forUpdate()
    .pojo()
  const held = rows.map(({ role }) => role)
  const last = needed.find((role) => !held.includes(role))
  refuseFor(last ? { field: 'roles', rule: NEVER_WITHOUT[last] } : null)
  const others = held.some((role) => permits([role], 'officers.appoint'))
  refuseFor(appoints && !others ? { field: 'roles', rule: NEVER_WITHOUT.bureauChief } : null)
}
