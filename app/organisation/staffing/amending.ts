import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { refuseFor } from '#shared/typed/problems'
import { writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Author } from '../changes/change_log.ts'
import type { Officer } from '../models/officer.ts'
import type { Unit } from '../models/unit.ts'
import type { Role } from '../role.ts'
import { demandOthers } from './appointing.ts'
import { aboutOfficer, factsOf } from './officer_facts.ts'
import { giveRoles, wrongWithRoles } from './posts.ts'

/** Where an officer is found and what for. */
export interface Amended {
  name: string
  email: string | null
  phone: string | null
  unit: Unit | null
  roles: Role[]
}

/**
 * Writes what somebody's form says, with what it was and what it is.
 *
 * @param seen the version that the form showed
 * @throws Overtaken; Refusal for a post that cannot be, or when nobody else could keep the office
 */
export async function amend(
  officer: Officer,
  { unit, roles, ...about }: Amended,
  { seen, author, unitBefore }: { seen: number; author: Author; unitBefore: Unit | null },
  trx: TransactionClientContract
) {
  const before = officer.roles
  const was = factsOf(officer, { unit: unitBefore, roles: before })
  Object.assign(officer, { ...about, unitId: unit?.id ?? null })
  if (unitBefore && unitBefore.id !== officer.unitId) officer.leftUnitId = unitBefore.id
  const fields = differing(was, factsOf(officer, { unit, roles }))
  // Where somebody is called is written half hidden: a change may not show.
  const isTouched = officer.$isDirty || fields.length > 0
  await writeUnchanged(officer, seen, trx)
  const lost = before.filter((role) => !roles.includes(role))
  if (officer.leftOn === null) await demandOthers(officer, lost, trx)
  if (lost.length > 0 || roles.length !== before.length) await giveRoles(officer, roles, trx)
  if (isTouched) {
    await noteChange({ ...aboutOfficer(officer), sort: 'amended', fields }, author, trx)
  }
}

/** Other roles, and perhaps another unit, from the command line. @throws Refusal */
export async function reassign(
  officer: Officer,
  roles: string[],
  { unit, unitBefore }: { unit: Unit | null; unitBefore: Unit | null },
  trx: TransactionClientContract
) {
  refuseFor(wrongWithRoles(roles, unit))
  const { name, email, phone, version: seen } = officer
  const amended = { name, email, phone, unit, roles: [...new Set(roles)] as Role[] }
  await amend(officer, amended, { seen, author: null, unitBefore }, trx)
}
