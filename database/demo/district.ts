import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PrivacyNotice } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { insertRows } from '#database/fill'
import { enterHours } from '#database/opening_hours'
import { seedAuthority } from '#database/seeders/authority_seeder'
import NationalSeeder from '#database/seeders/national_seeder'
import { DEMO_PASSWORD } from '#config/demonstration'
import { folded } from '#shared/folded_text'
import { DEMO_PEOPLE, type DemoPerson } from './people.js'

/** A district of a metropolitan province; the telephone number is nobody's. */
export const EDREMIT = {
  code: 'edremit',
  kind: 'district',
  name: 'Edremit Kaymakamlığı',
  plate: '10',
  district: 'Edremit',
  metropolitan: true,
  address: 'Hükümet Konağı giriş katı, Edremit / Balıkesir',
  hours: 'Hafta içi 08.30–12.30 ve 13.30–17.30',
  phone: '0266 000 00 00',
  email: 'acikkapi@edremit.example',
}

/** The demonstration's authority with its lists and the people who work there, or nothing of it. */
export async function seedDistrict() {
  // One hash for all: each takes scrypt a tenth of a second, and the password is the same.
  const password = await hash.make(DEMO_PASSWORD)
  await db.transaction(async (trx) => {
    await new NationalSeeder(trx).run()
    await seedOffice(EDREMIT, DEMO_PEOPLE, password, trx)
  })
  Catalogue.forget()
  PrivacyNotice.forget()
}

/** Whether what is there is the demonstration, and no office of anybody's. */
export async function isDemonstration() {
  const { code, email } = EDREMIT
  return (await Authority.query().where({ code }).first())?.email === email
}

/** One office of the demonstration. @returns its id */
export async function seedOffice(
  office: { code: string; hours: string } & Record<string, string | number | boolean | null>,
  people: readonly DemoPerson[],
  password: string,
  trx: TransactionClientContract
): Promise<number> {
  await trx.table('authorities').insert(office)
  const authority = await trx.from('authorities').where('code', office.code).firstOrFail()
  await seedAuthority(authority, trx)
  await enterHours(authority.id, office.hours, trx)
  if (office.code === EDREMIT.code) await neighbourhoods(authority.id, trx)
  await officers(authority.id, people, password, trx)
  return authority.id
}

/** Some of the places that it has. */
const PLACES = ['Akçay', 'Altınoluk', 'Çamlıbel', 'Güre', 'Kadıköy', 'Kızılkeçili', 'Zeytinli']

function neighbourhoods(authorityId: number, client: TransactionClientContract) {
  const open = PLACES.map((name) => ({ name, closed_on: null }))
  const closed = { name: 'Eski Çamlıbel', closed_on: '2014-03-30' }
  const rows = [...open, closed].map((row) => ({
    ...{ kind: 'quarter', folded_name: folded(row.name) },
    ...row,
  }))
  return insertRows(
    client,
    'neighbourhoods',
    rows.map((row) => ({ authority_id: authorityId, ...row }))
  )
}

async function officers(
  authorityId: number,
  demoPeople: readonly DemoPerson[],
  password: string,
  trx: TransactionClientContract
) {
  const units = await trx.from('units').where('authority_id', authorityId).select('id', 'code')
  const unitIds = new Map(units.map(({ id, code }) => [code, id]))
  const people = demoPeople.map(({ login, name, unit }) => ({
    authority_id: authorityId,
    unit_id: unit ? unitIds.get(unit) : null,
    login,
    name,
    folded_name: folded(name),
    password,
  }))
  await insertRows(trx, 'officers', people)

  const kept = await trx.from('officers').where('authority_id', authorityId).select('id', 'login')
  const officerIds = new Map(kept.map(({ id, login }) => [login, id]))
  const roles = demoPeople.flatMap((person) =>
    person.roles.map((role) => ({ officer_id: officerIds.get(person.login), role }))
  )
  await insertRows(trx, 'officer_roles', roles)
}
