import db from '@adonisjs/lucid/services/db'
import { seedAuthority } from '#database/seeders/authority_seeder'
import { Catalogue, Officer, type Role } from '#organisation'
import { district, districtId, hasMoreUnits } from '#tests/support/databases/district'

/** A governorate with two districts; the first is the one that all tests share. */
export interface Province {
  governorate: Catalogue
  edremit: Catalogue
  burhaniye: Catalogue
}

/** Sets the governorate and another district beside the one that is there, each with its lists. */
export async function province(): Promise<Province> {
  const here = await db.from('authorities').where('id', districtId()).firstOrFail()
  await db.from('authorities').where('id', here.id).update({ host: process.env.HOST })
  const above = { code: 'balikesir', name: 'Balıkesir Valiliği', kind: 'governorate' }
  const beside = { code: 'burhaniye', name: 'Burhaniye Kaymakamlığı' }
  const governorate = await added(here, { ...above, district: null, parent_id: null })
  await db.from('authorities').where('id', here.id).update({ parent_id: governorate })
  const burhaniye = await added(here, { ...beside, parent_id: governorate })
  hasMoreUnits()
  return {
    governorate: await Catalogue.of(governorate),
    edremit: await district(),
    burhaniye: await Catalogue.of(burhaniye),
  }
}

async function added(like: Record<string, unknown>, row: Record<string, unknown>) {
  const { id: _, ...others } = like
  const host = `${row.code}.example`
  await db.table('authorities').insert({ ...others, ...row, host })
  const authority = await db
    .from('authorities')
    .where('code', row.code as string)
    .firstOrFail()
  await seedAuthority(authority, db.connection())
  return authority.id as number
}

/** Somebody of one of these authorities, in the unit with this code or in none. */
export async function person(
  catalogue: Catalogue,
  login: string,
  code: string | null,
  roles: readonly Role[]
) {
  const unitId = code && catalogue.unitByCode(code)!.id
  const row = {
    authority_id: catalogue.authority.id,
    unit_id: unitId,
    login,
    name: `Görevli ${login}`,
  }
  await db.table('officers').insert({ ...row, password: '-' })
  const officer = await Officer.findByOrFail('login', login)
  await db
    .table('officer_roles')
    .multiInsert(roles.map((role) => ({ officer_id: officer.id, role })))
  return officer.loadRoles()
}
