import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  type Authority,
  Catalogue,
  giveAddress,
  hire,
  Host,
  Login,
  LONGEST,
  Officer,
  Unit,
  wrongWithCode,
  wrongWithHost,
  wrongWithNewcomer,
  type Newcomer,
} from '#organisation'
import { PrivacyNotice } from '#intake'
import type { Reason } from '#shared/typed/problems'
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
  const wrong = [
    await wrongWithCode(code),
    await wrongWithHost(Host.parse(typed.text('host'))),
    ...(await wrongWithPeople(people)),
  ].filter((reason) => reason !== null)
  return typed.read((form) => {
    const max = LONGEST.authorities
    const row = {
      code,
      name: form.line('authority', { max: max.name, required: true }),
      plate: form.like('plate', /^(0[1-9]|[1-7]\d|8[01])$/, { required: 'format' }),
      district: form.line('district', { max: max.district }),
      address: form.line('address', { max: max.address }),
      phone: form.line('phone', { max: max.phone }),
      hours: form.line('hours', { max: max.hours }),
      host: form.as('host', Host),
    }
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
  await standingInItsTree(row, trx)
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

/** Districts stand under the governorate of their province, whichever of them was there first. */
async function standingInItsTree(
  { id, plate, kind }: { id: number; plate: string; kind: string },
  trx: TransactionClientContract
) {
  const province = { plate, kind: 'province' }
  if (kind === 'province') {
    const districts = { plate, kind: 'district', parent_id: null }
    await trx.from('authorities').where(districts).update({ parent_id: id })
  } else {
    const governorate = await trx.from('authorities').where(province).orderBy('id').first()
    if (governorate) {
      await trx.from('authorities').where({ id }).update({ parent_id: governorate.id })
    }
  }
}

/** From now on its pages stand at this host; at the shared one alone, for none. @throws Refusal */
export async function moveAuthority(authority: Authority, typed: string | null) {
  const host = new Typed({ host: typed ?? '' }).read((form) =>
    form.as('host', Host, { required: typed !== null })
  )
  const { code, version } = authority
  await giveAddress(authority, { code, host }, { author: null, seen: version })
  return host
}

/** From now on its pages stand below this code. @throws Refusal for one that it cannot have */
export async function renameAuthority(authority: Authority, code: string) {
  const { host, version } = authority
  await giveAddress(authority, { code, host }, { author: null, seen: version })
}
