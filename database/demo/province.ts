import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { DEMO_PASSWORD } from '#config/demonstration'
import { PrivacyNotice } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { EDREMIT, seedOffice } from './district.js'
import type { DemoPerson } from './people.js'

/** An office beside Edremit, with those who work there: all names and telephones are invented. */
interface DemoOffice {
  code: string
  name: string
  /** None: the governorate. */
  district: string | null
  phone: string
  /** desk, chief, manager, IT, an officer of agriculture and the head there */
  people: readonly [string, string, string, string, string, string]
}

export const DEMO_OFFICES: readonly DemoOffice[] = [
  {
    ...{ code: 'balikesir', name: 'Balıkesir Valiliği', district: null },
    phone: '0500 000 10 10',
    people: [
      ...(['Sevgi Dağılcalı', 'Cemil Ovabaşı', 'Hulusi Karayelken'] as const),
      ...(['Pelin Taşköprülü', 'Bahri Ekinlik', 'Neriman Sarıçayır'] as const),
    ],
  },
  {
    ...{ code: 'ayvalik', name: 'Ayvalık Kaymakamlığı', district: 'Ayvalık' },
    phone: '0500 000 20 20',
    people: [
      ...(['Jale Adalıoba', 'Tahsin Körfezli', 'Vural Günbatımı'] as const),
      ...(['Onur Kestanelik', 'Şengül Zeytinbağ', 'Ragıp Sakızağacı'] as const),
    ],
  },
  {
    ...{ code: 'burhaniye', name: 'Burhaniye Kaymakamlığı', district: 'Burhaniye' },
    phone: '0500 000 30 30',
    people: [
      ...(['Meral Örenkaya', 'Zeki Pelitalan', 'Lütfü Kuşdilli'] as const),
      ...(['Ece Şahinburnu', 'Hamit Tarlabaşı', 'Gülten Bahçeköy'] as const),
    ],
  },
  {
    ...{ code: 'havran', name: 'Havran Kaymakamlığı', district: 'Havran' },
    phone: '0500 000 40 40',
    people: [
      ...(['Nuray Kocaseyitli', 'Remzi İnönülü', 'Yaşar Tepeoba'] as const),
      ...(['Barış Eybekli', 'Aysun Kalabaklı', 'İdris Çamdibi'] as const),
    ],
  },
]

export async function hasProvince() {
  return (await Authority.findBy('code', DEMO_OFFICES[0]!.code)) !== null
}

/** Balıkesir around the demonstration's district, which must be there. */
export async function seedProvince() {
  const password = await hash.make(DEMO_PASSWORD)
  await db.transaction(async (trx) => {
    for (const office of DEMO_OFFICES) {
      await seedOffice(rowOf(office), staffOf(office), password, trx)
    }
    const { id } = await trx.from('authorities').where('kind', 'province').firstOrFail()
    await trx.from('authorities').where('kind', 'district').update({ parent_id: id })
  })
  Catalogue.forget()
  PrivacyNotice.forget()
}

function rowOf({ code, name, district, phone }: DemoOffice) {
  return {
    ...EDREMIT,
    ...{ code, name, district, phone, kind: district ? 'district' : 'province' },
    address: `Hükümet Konağı, ${district ?? 'Altıeylül'} / Balıkesir`,
    email: `${code}@ornek.example`,
  }
}

/** masa.ayvalik, sef.ayvalik … */
function staffOf({ code, district, people }: DemoOffice): DemoPerson[] {
  const posts: Omit<DemoPerson, 'name'>[] = [
    { login: 'masa', unit: 'AKB', roles: ['bureauOfficer'] },
    { login: 'sef', unit: 'AKB', roles: ['bureauChief'] },
    { login: district ? 'kaymakam' : 'vali', unit: null, roles: ['manager'] },
    { login: 'bilgiislem', unit: null, roles: ['it'] },
    { login: 'tarim', unit: 'TAR', roles: ['unitOfficer'] },
    { login: 'tarim.amir', unit: 'TAR', roles: ['unitHead'] },
  ]
  return posts.map((post, at) => ({ ...post, login: `${post.login}.${code}`, name: people[at]! }))
}
