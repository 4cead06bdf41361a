import type { Role } from '#organisation'

export interface DemoPerson {
  login: string
  name: string
  /** the code of a unit, or null for those who belong to none */
  unit: string | null
  roles: Role[]
}

/** Those who run the house: the bureau, the governor, the machine room. */
const HOUSE: DemoPerson[] = [
  { login: 'masa', name: 'Gülsüm Ortakçı', unit: 'AKB', roles: ['bureauOfficer'] },
  { login: 'sef', name: 'Nedim Karaltı', unit: 'AKB', roles: ['bureauChief'] },
  { login: 'buro', name: 'Hacer Yelkenli', unit: 'AKB', roles: ['bureauOfficer', 'bureauChief'] },
  { login: 'kaymakam', name: 'Tarkan Yücedere', unit: null, roles: ['manager'] },
  { login: 'bilgiislem', name: 'Sinem Yörükoba', unit: null, roles: ['it'] },
  // A small unit, where one person holds both roles; nobody decides on a draft of their own.
  { login: 'muftuluk', name: 'Yakup Sedirli', unit: 'MUF', roles: ['unitOfficer', 'unitHead'] },
  { login: 'muftuluk.amir', name: 'Saliha Kayalıdere', unit: 'MUF', roles: ['unitHead'] },
]

/** Each unit's officer and head: `tarim` and `tarim.amir`. */
const PAIRS: [login: string, unit: string, officer: string, head: string][] = [
  ['yazi', 'YAZ', 'Perihan Akdurak', 'Rıfat Çeltikli'],
  ['vakif', 'SYDV', 'Zehra Ocaklı', 'İlhan Harmancık'],
  ['sosyal', 'ASH', 'Nermin Taylıeli', 'Fikret Yuvalı'],
  ['iskur', 'ISK', 'Sercan Bağışlar', 'Handan Gümüşsu'],
  ['sgk', 'SGK', 'Münevver Taşpınar', 'Kâzım Alaçam'],
  ['egitim', 'MEM', 'Ayşegül Zeytinli', 'Orhan Kızılelma'],
  ['saglik', 'ISM', 'Derya Sazlıdere', 'Cavit Ulubatlı'],
  ['nufus', 'NUF', 'Şükran Yeltepe', 'Ercan Harputoğlu'],
  ['tapu', 'TAPU', 'Bülent Kumrulu', 'Meliha Adatepe'],
  ['kadastro', 'KAD', 'Yeliz Taşarası', 'Mahir Sınırlı'],
  ['emniyet', 'EMN', 'Volkan Bozcaada', 'Tülay Korugan'],
  ['jandarma', 'JAN', 'Uğur Söğütlü', 'Haluk Tepebağ'],
  ['mal', 'MAL', 'Nazlı İncirlik', 'Turgut Vezirhan'],
  ['tarim', 'TAR', 'Emine Fidanlık', 'Rasim Güreören'],
  ['genclik', 'GSM', 'Kerem Altınoluk', 'Belgin Koşuyolu'],
  ['tuketici', 'TIC', 'Filiz Pelitköy', 'Suat Çınaraltı'],
  ['orman', 'ORM', 'Dursun Çamlıyurt', 'Nurhan Pınarbaş'],
  ['su', 'DSI', 'Ozan Kanalcı', 'Saniye Bentli'],
  ['cevre', 'CSB', 'Gökçe Hisarlık', 'Adnan Kuyualan'],
  ['afad', 'AFAD', 'Selim Dereören', 'Müjgan Kavlak'],
  ['goc', 'GOC', 'Leyla Yolüstü', 'Hikmet Burhanlı'],
]

/** Who works in the demonstration. All names are invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...HOUSE,
  ...PAIRS.flatMap(([login, unit, officer, head]): DemoPerson[] => [
    { login, name: officer, unit, roles: ['unitOfficer'] },
    { login: `${login}.amir`, name: head, unit, roles: ['unitHead'] },
  ]),
]
