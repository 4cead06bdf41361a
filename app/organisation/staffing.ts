import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { refuseFor, Refusal, type Reason } from '#shared/typed/problems'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { Form, Typed } from '#shared/typed/typed'
import { LONGEST } from './longest.ts'
import { Login } from './signing_in/login.ts'
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

type Unsworn = Omit<Newcomer, 'password'>

/** Where a role is held; the others need no unit. */
const AT: Partial<Record<Role, 'bureau' | 'internal'>> = {
  bureauOfficer: 'bureau',
  bureauChief: 'bureau',
  unitOfficer: 'internal',
  unitHead: 'internal',
}

/** Everything that is wrong with a newcomer; `password` is looked at last, for it is asked for last. */
export function wrongWithNewcomer({ login, name, ...post }: Unsworn) {
  const form = new Form({ login, name })
  readNewcomer(form, post)
  return form.reasons
}

/** Before the password is asked for. @throws Refusal */
export async function refuseNewcomer({ login: typed, name, ...post }: Unsworn) {
  const { login } = new Typed({ login: typed, name }).read((form) => readNewcomer(form, post))
  if (await Officer.findBy('login', login)) throw taken(login)
}

/** @throws Refusal with all that is wrong, also when the login is somebody else's */
export async function hire(
  authorityId: number,
  newcomer: Newcomer,
  trx?: TransactionClientContract
): Promise<Officer> {
  if (!trx) return transaction((own) => hire(authorityId, newcomer, own))
  const { password, unit, roles } = newcomer
  const typed = new Typed({ login: newcomer.login, name: newcomer.name })
  const { login, name } = typed.read((form) => {
    const read = readNewcomer(form, newcomer)
    form.add(wrongWithPassword(password, read.login))
    return read
  })
  try {
    const details = { authorityId, login, name, locale: 'tr', unitId: unit?.id ?? null }
    const officer = await Officer.create(
      { ...details, password, passwordVersion: 1 },
      { client: trx }
    )
    await give(officer, roles, trx)
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

function readNewcomer(form: Form, { roles, unit }: Pick<Newcomer, 'roles' | 'unit'>) {
  const login = form.as('login', Login, { required: true })
  const name = form.line('name', { max: LONGEST.officers.name, required: true })
  form.add(wrongWithRoles(roles, unit))
  return { login, name }
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
