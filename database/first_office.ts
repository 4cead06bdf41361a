import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { FirstOffice, type Administrator, type Province, type Setting } from '#administration'
import { Authority, Catalogue, SetupWord } from '#organisation'
import { PrivacyNotice } from '#intake'
import { transaction } from '#shared/database/transaction'
import { folded } from '#shared/folded_text'
import { Refusal } from '#shared/typed/problems'
import { enterInto } from './new_authority.js'
import { readList } from './tsv.js'

/** Proposed, and amended on the authority's own page. */
const HOURS = 'Hafta içi 08.30–12.30 ve 13.30–17.30'
/** The governor looks after the district at the centre; it has no governorate of its own. */
const CENTRE = 'Merkez'

/** The first authorities of an installation, out of the lists of the product. */
export class SeededOffice extends FirstOffice {
  provinces(): Province[] {
    const districts = readList<'plate' | 'district'>('districts')
    return readList<'plate' | 'name' | 'metropolitan'>('provinces').map((row) => ({
      plate: row.plate,
      name: row.name,
      metropolitan: row.metropolitan === '1',
      districts: districts
        .filter(({ plate, district }) => plate === row.plate && district !== CENTRE)
        .map(({ district }) => district),
    }))
  }

  async enter(setting: Setting, administrator: Administrator, word: string) {
    await transaction(async (trx) => {
      if (!(await SetupWord.spend(word, trx)) || (await Authority.query({ client: trx }).first())) {
        throw new Refusal({ field: 'word', rule: 'wrong' })
      }
      const { address, phone } = setting
      const first = { ...rowOf(setting.province, setting.district), address, phone }
      const person = { ...administrator, roles: ['bureauChief', 'it'] }
      const parent = await enterInto(trx, first, [person])
      if (setting.whole) await enterDistricts(setting.province, parent.id, trx)
    })
    Catalogue.forget()
    PrivacyNotice.forget()
  }
}

async function enterDistricts(province: Province, parent: number, trx: TransactionClientContract) {
  for (const district of province.districts) {
    await enterInto(trx, { ...rowOf(province, district), parent_id: parent }, [])
  }
}

function rowOf({ plate, name, metropolitan }: Province, district: string | null) {
  return {
    code: codeOf(district ?? name),
    kind: district ? 'district' : 'province',
    name: district ? `${district} Kaymakamlığı` : `${name} Valiliği`,
    ...{ plate, district, metropolitan },
    ...{ address: null, phone: null, hours: HOURS },
  }
}

/** Edremit → edremit, Şarkikaraağaç → sarkikaraagac */
function codeOf(name: string) {
  return folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
