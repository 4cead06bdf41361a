import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Reason } from '#shared/typed/problems'
import { OfficerRole, type Officer } from '../models/officer.ts'
import type { Unit } from '../models/unit.ts'
import { ROLES, type Role } from '../role.ts'

/** Where a role is held; the others need no unit. */
const AT: Partial<Record<Role, 'bureau' | 'internal'>> = {
  bureauOfficer: 'bureau',
  bureauChief: 'bureau',
  unitOfficer: 'internal',
  unitHead: 'internal',
}

/** @param mayBeNone the machine room lets people in whose work somebody else decides */
export function wrongWithRoles(
  roles: readonly string[],
  unit: Unit | null,
  mayBeNone = false
): Reason | null {
  const wrong = (rule: string, values = {}) => ({ field: 'roles', rule, values })
  const known = ROLES.join(', ')
  if (roles.length === 0) return mayBeNone ? null : wrong('required', { known })
  const unknown = roles.find((role) => !(ROLES as readonly string[]).includes(role))
  if (unknown !== undefined) return wrong('unknown', { role: unknown, known })
  const misplaced = (roles as Role[]).find((role) => AT[role] && AT[role] !== unit?.kind)
  return misplaced ? wrong(`at_${AT[misplaced]}`, { role: misplaced }) : null
}

/** From now on these and no others. */
export async function giveRoles(
  { id }: Officer,
  roles: readonly string[],
  trx: TransactionClientContract
) {
  await OfficerRole.query({ client: trx }).where('officer_id', id).delete()
  const rows = [...new Set(roles)].map((role) => ({ officerId: id, role }))
  if (rows.length > 0) await OfficerRole.createMany(rows, { client: trx })
}
