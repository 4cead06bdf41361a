import db from '@adonisjs/lucid/services/db'
import {
  Authority,
  Catalogue,
  hire,
  Officer,
  readLogin,
  Unit,
  wrongWithNewcomer,
  type Newcomer,
} from '#organisation'
import { PrivacyNotice } from '#intake'
import type { Reason } from '#shared/problems'
import { seedAuthority } from './seeders/authority_seeder.js'
import NationalSeeder from './seeders/national_seeder.js'

type AuthorityRow = { code: string; name: string; plate: string } & Record<
  string,
  string | boolean | undefined
>
type Person = Omit<Newcomer, 'unit' | 'password'>

const LONGEST = { name: 120, district: 60, address: 300, phone: 30, hours: 120 }

/** What would not be taken, before a password is asked for. */
export async function wrongWithOffice(authority: AuthorityRow, people: Person[]) {
  const { code, name, plate } = authority
  const reasons: Reason[] = []
  const wrong = (field: string, rule: string, values = {}) => reasons.push({ field, rule, values })
  if (!/^[a-z0-9-]{2,40}$/.test(code)) wrong('authority', 'code')
  else if (await Authority.findBy('code', code)) wrong('authority', 'taken', { code })
  if (!name) wrong('authority', 'name')
  if (!/^(0[1-9]|[1-7]\d|8[01])$/.test(plate)) wrong('authority', 'plate')
  for (const [field, max] of Object.entries(LONGEST)) {
    if (String(authority[field] ?? '').length > max) wrong('authority', 'long', { field, max })
  }
  const logins = people
    .map(({ login }) => readLogin(login))
    .map((read) => 'login' in read && read.login)
  for (const [at, person] of people.entries()) {
    const unit = { kind: 'bureau' } as Unit
    reasons.push(...wrongWithNewcomer({ ...person, unit }))
    const login = logins[at]
    if (!login) continue
    const taken = logins.indexOf(login) < at || (await Officer.findBy('login', login))
    if (taken) wrong('login', 'taken', { login })
  }
  return reasons
}

/**
 * An installation's first rows: the nation's holidays and rules, the authority with its lists, and
 * who works there; all of them or none.
 *
 * @throws Refusal for a password that will not do
 */
export async function enterAuthority(
  authority: AuthorityRow,
  people: (Person & { password: string })[]
) {
  await db.transaction(async (trx) => {
    await new NationalSeeder(trx).run()
    await trx.table('authorities').insert(authority)
    const row = await trx.from('authorities').where('code', authority.code).firstOrFail()
    await seedAuthority(row, trx)

    const own = { authority_id: row.id, kind: 'bureau' }
    const bureau = await Unit.query({ client: trx }).where(own).firstOrFail()
    for (const person of people) {
      const atBureau = person.roles.some((role) => role.startsWith('bureau'))
      await hire(row.id, { ...person, unit: atBureau ? bureau : null }, trx)
    }
  })
  Catalogue.forget()
  PrivacyNotice.forget()
}
