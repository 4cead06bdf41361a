import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import type { Dice } from './dice.js'

const FIRST_NAMES = [
  ...['Ayşe', 'Fatma', 'Hatice', 'Zeliha', 'Sultan', 'Meryem', 'Elif', 'Gülcan', 'Songül'],
  ...['Nuray', 'Şerife', 'Hanife', 'Döndü', 'Pakize', 'Mehmet', 'Mustafa', 'Ahmet', 'İsmail'],
  ...['Hüseyin', 'Osman', 'Ramazan', 'İbrahim', 'Yusuf', 'Süleyman', 'Kadir', 'Satılmış', 'Veli'],
]
const SURNAMES = [
  ...['Kavakdibi', 'Taşköprülü', 'Zeytindalı', 'Çınarlıoğlu', 'Yaylacık', 'Karasuluk', 'Ilıca'],
  ...['Değirmenci', 'Sarıbeyli', 'Kocadere', 'Ağılönü', 'Bağyolu', 'Güllüce', 'Dutluca', 'İğdeli'],
  ...['Pelitli', 'Söğütçük', 'Kızılkeçili', 'Ortaoba', 'Yassıçalı', 'Çamcılı', 'Hacıarslanlar'],
]
const NEIGHBOURHOODS = [
  ...[
    'Akçay',
    'Altınoluk',
    'Zeytinli',
    'Güre',
    'Kadıköy',
    'Cennetayağı',
    'Tuzcumurat',
    'Hekimzade',
  ],
  ...[
    'Çamlıbel',
    'Avcılar',
    'Narlı',
    'Ortaoba',
    'Yaylaönü',
    'Kızılkeçili',
    'Pelitköy',
    'Mehmetalan',
  ],
]

/** Everybody's identity number where nobody is real. */
const TRAINING_ID = NationalId.parse('12345678950')

/** Somebody who never lived, with a telephone number that rings nowhere. */
export function inventedPetitioner(dice: Dice) {
  const neighbourhood = `${dice.pick(NEIGHBOURHOODS)} Mahallesi`
  const number = String(dice.between(0, 999_999)).padStart(6, '0')
  const phone = dice.percent(88) ? PhoneNumber.parse(`+905000${number}`) : null
  return {
    name: `${dice.pick(FIRST_NAMES)} ${dice.pick(SURNAMES)}`,
    nationalId: dice.percent(80) ? TRAINING_ID : null,
    phone,
    declinesTexts: false,
    email: null,
    address: phone && dice.percent(60) ? null : `${neighbourhood}, Edremit`,
    place: dice.percent(70) ? neighbourhood : null,
  }
}
