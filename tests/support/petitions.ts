import type { PetitionDetails } from '#intake'
import { districtId } from './databases/district.js'

/** A petition as someone might bring it; say only what the test is about. */
export function details(about: Partial<PetitionDetails> = {}): PetitionDetails {
  return {
    authorityId: districtId(),
    channel: 'web',
    kind: 'request',
    text: 'Köyümüzün yolu çok bozuk, yağmurda geçilmiyor.',
    locale: 'tr',
    noticeVersion: 1,
    subject: null,
    complainedUnit: null,
    place: 'Zeytinli',
    name: 'Ayşe Deneme',
    nationalId: null,
    phone: null,
    declinesTexts: false,
    email: null,
    address: 'Zeytinli Mahallesi, Edremit',
    ...about,
  }
}
