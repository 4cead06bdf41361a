import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import {
  Authority,
  Catalogue,
  hire,
  Host,
  Login,
  LONGEST,
  Officer,
  Unit,
  wrongWithNewcomer,
  type Newcomer,
} from '#organisation'
import { PrivacyNotice } from '#intake'
import { Refusal, type Reason } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { enterHours } from './opening_hours.js'
import { seedAuthority } from './seeders/authority_seeder.js'
import NationalSeeder from './seeders/national_seeder.js'

type AuthorityRow = { code: string; name: string; plate: string } & Record<
  string,
  string | boolean | number | null
>
type Person = Omit<Newcomer, 'unit' | 'password'>

/**
 * The authority's row, as it was typed, before a password is asked for.
 *
 * @throws Refusal with everything that would not be taken, of its people too
 */
export async function readOffice(words: SomeWords, people: Person[]) {
  const typed = new Typed(words)
  const code = typed.text('code')
  const isKnown = await Authority.findBy('code', code)
  const wrong = [
    ...(await wrongWithHost(code, typed.text('host'))),
    ...(await wrongWithPeople(people)),
  ]
  return typed.read((form) => {
    const max = LONGEST.authorities
    const row = {
      code: form.like('code', /^[a-z0-9-]{2,40}$/, { required: 'format' }),
      name: form.line('authority', { max: max.name, required: true }),
      plate: form.like('plate', /^(0[1-9]|[1-7]\d|8[01])$/, { required: 'format' }),
      district: form.line('district', { max: max.district }),
      address: form.line('address', { max: max.address }),
      phone: form.line('phone', { max: max.phone }),
      hours: form.line('hours', { max: max.hours }),
      host: form.as('host', Host),
    }
    if (isKnown) form.wrong('code', 'taken', { code: row.code })
    form.add(...wrong)
    return { ...row, kind: row.district ? 'district' : 'province' }
  })
}

async function wrongWithPeople(people: Person[]) {
  const reasons: Reason[] = []
  const logins: string[] = []
  for (const person of people) {
    reasons.push(...wrongWithNewcomer({ ...person, unit: { kind: 'bureau' } as Unit }))
    const login = Login.parse(person.login)
    if (!login) continue
    const isTaken = logins.includes(login) || (await Officer.findBy('login', login))
    if (isTaken) reasons.push({ field: 'login', rule: 'taken', values: { login } })
    logins.push(login)
  }
  return reasons
}

/** Of several authorities each is found by its own host: a second one would hide a first without. */
async function wrongWithHost(code: string, typed: string) {
  const host = Host.parse(typed)
  const others = await Authority.query().whereNot('code', code).orderBy('id')
  const wrong = (rule: string, values = {}): Reason => ({ field: 'host', rule, values })
  if (!host) return others.length > 0 && !typed.trim() ? [wrong('required')] : []
  const isTaken = await Authority.hasHostOfAnother({ code, host })
  const hostless = others.filter((other) => other.host === null)
  return [
    ...(isTaken ? [wrong('taken', { host })] : []),
    ...hostless.map((other) => wrong('ofOther', { code: other.code })),
  ]
}

/**
 * An authority's first rows: the nation's holidays and rules, the authority with its lists, and who
 * works there; all of them or none.
 *
 * @throws Refusal for a password that will not do
 */
export async function enterAuthority(
  authority: AuthorityRow,
  people: (Person & { password: string })[]
) {
  await db.transaction((trx) => enterInto(trx, authority, people))
  Catalogue.forget()
  PrivacyNotice.forget()
}

/** The same as part of something greater. @returns the authority's row */
export async function enterInto(
  trx: TransactionClientContract,
  authority: AuthorityRow,
  people: (Person & { password: string })[]
) {
  await new NationalSeeder(trx).run()
  await trx.table('authorities').insert(authority)
  const row = await trx.from('authorities').where('code', authority.code).firstOrFail()
  await seedAuthority(row, trx)
  if (row.hours) await enterHours(row.id, row.hours, trx)

  const own = { authority_id: row.id, kind: 'bureau' }
  const bureau = await Unit.query({ client: trx }).where(own).firstOrFail()
  for (const person of people) {
    const atBureau = person.roles.some((role) => role.startsWith('bureau'))
    await hire(row.id, { ...person, unit: atBureau ? bureau : null }, trx)
  }
  return row
}

/** From now on its pages stand at this host. @throws Refusal for what is no host, or another's */
export async function moveAuthority(authority: Authority, typed: string) {
  const host = new Typed({ host: typed }).read((form) => form.as('host', Host, { required: true }))
  const { code } = authority
  const isTaken = await Authority.hasHostOfAnother({ code, host })
  if (isTaken) throw new Refusal({ field: 'host', rule: 'taken', values: { host } })
  authority.host = host
  await authority.save()
  Catalogue.forget()
}
