import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { Form, Typed } from '#shared/typed/typed'
import { differing, noteChange, type Author } from '../changes/change_log.ts'
import { aboutOfficer, factsOf } from './officer_facts.ts'
import { LONGEST } from '../longest.ts'
import { Officer } from '../models/officer.ts'
import type { Unit } from '../models/unit.ts'
import { wrongWithPassword } from '../passwords/rules.ts'
import type { Role } from '../role.ts'
import { Login } from '../signing_in/login.ts'
import { giveRoles, wrongWithRoles } from './posts.ts'

/** Somebody who begins to work here, as it was typed. */
export interface Newcomer {
  login: string
  name: string
  unit: Unit | null
  roles: string[]
  password: string
}

type Unsworn = Omit<Newcomer, 'password'>

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
  const { password, unit } = newcomer
  const typed = new Typed({ login: newcomer.login, name: newcomer.name })
  const { login, name } = typed.read((form) => {
    const read = readNewcomer(form, newcomer)
    form.add(wrongWithPassword(password, { login: read.login ?? '', name: read.name ?? '' }))
    return read
  })
  const row = { authorityId, login, name, locale: 'tr', unitId: unit?.id ?? null }
  const officer = new Officer().fill({ ...row, password, passwordVersion: 1 })
  await enter(officer, newcomer, null, trx)
  return officer
}

/**
 * Writes somebody new down, with roles and who did it.
 *
 * @throws Refusal when the login is somebody else's
 */
export async function enter(
  officer: Officer,
  { unit, roles }: Pick<Newcomer, 'unit' | 'roles'>,
  author: Author,
  trx: TransactionClientContract
) {
  try {
    await officer.useTransaction(trx).save()
  } catch (error) {
    if (!isDuplicate(error, 'login')) throw error
    throw taken(officer.login)
  }
  await giveRoles(officer, roles, trx)
  const fields = differing({}, factsOf(officer, { unit, roles: roles as Role[] }))
  await noteChange({ ...aboutOfficer(officer), sort: 'added', fields }, author, trx)
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
