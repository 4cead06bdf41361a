import db from '@adonisjs/lucid/services/db'
import { PrivacyNotice } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { seedAuthority } from '#database/seeders/authority_seeder'

/** The governorate and a neighbour beside the district that all tests share, none with a host. */
export async function province() {
  const { id: _, ...district } = await db.from('authorities').firstOrFail()
  const governorate = { ...district, code: 'balikesir', kind: 'province', district: null }
  await entered({ ...governorate, name: 'Balıkesir Valiliği', phone: '0500 000 10 10' })
  const { id } = await Authority.findByOrFail('code', 'balikesir')
  await entered({ ...district, code: 'ayvalik', name: 'Ayvalık Kaymakamlığı', district: 'Ayvalık' })
  await Authority.query().where({ kind: 'district' }).update({ parent_id: id })
  forgotten()
  const [edremit, balikesir, ayvalik] = await Authority.query().orderBy('id')
  return { edremit: edremit!, balikesir: balikesir!, ayvalik: ayvalik! }
}

/** After a test that wrote authorities. */
export function forgotten() {
  Catalogue.forget()
  PrivacyNotice.forget()
}

async function entered(row: Record<string, unknown> & { code: string }) {
  await db.table('authorities').insert(row)
  const { code } = row
  await seedAuthority(await db.from('authorities').where({ code }).firstOrFail(), db.connection())
}
