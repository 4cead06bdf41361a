import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isVisible, oneLine } from '#shared/typed_text'
import { refuseFor, Refusal, type Reason } from '#shared/problems'
import { isDuplicate, transaction } from '#shared/transaction'
import { readLogin } from './signing_in/login.ts'
import { Officer, OfficerRole } from './models/officer.ts'
import type { Unit } from './models/unit.ts'
import { wrongWithPassword } from './signing_in/password.ts'
import { ROLES, type Role } from './role.ts'

/** Somebody who begins to work here, as it was typed. */
export interface Newcomer {
  login: string
  name: string
  unit: Unit | null
  roles: string[]
  password: string
}

/** Where a role is held; the others need no unit. */
const AT: Partial<Record<Role, 'bureau' | 'internal'>> = {
  bureauOfficer: 'bureau',
  bureauChief: 'bureau',
  unitOfficer: 'internal',
  unitHead: 'internal',
}
const LONGEST_NAME = 120

/** Everything that is wrong with a newcomer; `password` is looked at last, for it is asked for last. */
export function wrongWithNewcomer({ login, name, unit, roles }: Omit<Newcomer, 'password'>) {
  const read = readLogin(login)
  const reasons = [
    'reason' in read && read.reason,
    wrongWithName(name),
    wrongWithRoles(roles, unit),
  ]
  return reasons.filter((reason) => reason !== null && reason !== false)
}

/** Before the password is asked for. @throws Refusal */
export async function refuseNewcomer(newcomer: Omit<Newcomer, 'password'>) {
  refuseFor(...wrongWithNewcomer(newcomer))
  const read = readLogin(newcomer.login)
  if ('login' in read && (await Officer.findBy('login', read.login))) throw taken(read.login)
}

/** @throws Refusal with all that is wrong, also when the login is somebody else's */
export async function hire(
  authorityId: number,
  newcomer: Newcomer,
  trx?: TransactionClientContract
): Promise<Officer> {
  if (!trx) return transaction((own) => hire(authorityId, newcomer, own))
  const read = readLogin(newcomer.login)
  const login = 'login' in read ? read.login : ''
  const wrong = [...wrongWithNewcomer(newcomer), wrongWithPassword(newcomer.password, login)]
  refuseFor(...wrong)
  try {
    const details = { authorityId, login, name: oneLine(newcomer.name), locale: 'tr' }
    const { password } = newcomer
    const officer = await Officer.create(
      { ...details, password, passwordVersion: 1, unitId: newcomer.unit?.id ?? null },
      { client: trx }
    )
    await give(officer, newcomer.roles, trx)
    return officer
  } catch (error) {
    if (!isDuplicate(error, 'login')) throw error
    throw taken(login)
  }
}

/** Other roles, and perhaps another unit. @throws Refusal */
export async function reassign(officer: Officer, roles: string[], unit: Unit | null) {
  refuseFor(wrongWithRoles(roles, unit))
  await transaction(async (trx) => {
    await OfficerRole.query({ client: trx }).where('officer_id', officer.id).delete()
    await give(officer, roles, trx)
    await Officer.query({ client: trx })
      .where('id', officer.id)
      .update({ unit_id: unit?.id ?? null })
  })
}

/** @throws Refusal */
export async function givePassword(officer: Officer, password: string) {
  refuseFor(wrongWithPassword(password, officer.login))
  await officer.replacePassword(password)
}

function taken(login: string) {
  return new Refusal({ field: 'login', rule: 'taken', values: { login } })
}

function wrongWithName(name: string): Reason | null {
  if (!isVisible(name)) return { field: 'name', rule: 'required' }
  const tooLong = oneLine(name).length > LONGEST_NAME
  return tooLong ? { field: 'name', rule: 'maxLength', values: { max: LONGEST_NAME } } : null
}

function wrongWithRoles(roles: string[], unit: Unit | null): Reason | null {
  const wrong = (rule: string, values = {}) => ({ field: 'roles', rule, values })
  const known = ROLES.join(', ')
  if (roles.length === 0) return wrong('required', { known })
  const unknown = roles.find((role) => !(ROLES as readonly string[]).includes(role))
  if (unknown !== undefined) return wrong('unknown', { role: unknown, known })
  const misplaced = (roles as Role[]).find((role) => AT[role] && AT[role] !== unit?.kind)
  return misplaced ? wrong(`at_${AT[misplaced]}`, { role: misplaced }) : null
}

function give(officer: Officer, roles: string[], trx: TransactionClientContract) {
  const rows = [...new Set(roles)].map((role) => ({ officerId: officer.id, role }))
  return OfficerRole.createMany(rows, { client: trx })
}
