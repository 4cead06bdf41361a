import { PERIODS } from '#shared/dates/period'

/**
 * The catalogue of all lists, counts and figures: what of each page behind the sign-in is asked, so
 * that nothing is read more the more there is. A page without a line here fails the walk
 * (tests/functional/house/everywhere/lists_at_any_size.spec.ts); the bench asks the same.
 */

/** What of a dimension of the register is worth asking: what most have, what hardly any has, what none has. */
export interface Sorts {
  most: string
  few: string
  none: string
}

/** One petition of each sort that a page of one petition may have. */
export interface Petitions {
  /** like most of them */
  plain: string
  /** with far more steps, contacts, versions of its answer and messages than anybody expects */
  long: string
}

/** Somebody with a thousand petitions, and nobody. */
export interface Person {
  most: string
  none: string
}

/** What there is to be asked for: found among the rows, whoever filled them in. */
export interface Asked {
  units: Sorts
  subjects: Sorts
  outcomes: Sorts
  petitions: Petitions
  /** a message of each, that did not arrive */
  messages: Petitions
  /** telephone, identity number and name of somebody with a thousand petitions, and of nobody */
  phones: Person
  nationalIds: Person
  /** the same of a document in the office’s own register */
  papers: Person
  names: Person
  /** id of somebody who works there */
  officer: number
  /** of somebody in whose hands very much is */
  assignee: number
  /** codes of authorities that are seen, where they are several */
  authorities: readonly string[]
  /** a text that tried a gateway */
  test: number
  /** which states, and which filters of the queue and the inbox a page offers, by its route */
  offered: Record<string, readonly string[]>
}

/** One thing to ask; a form is sent, an address opened. */
export interface Ask {
  path: string
  form?: Record<string, string>
  /** The part of a page alone. */
  fragment?: true
}

type Line = (asked: Asked) => Ask[]

/** Nothing of it is a list: it is asked once, to see that it stays so. */
const once =
  (path: string): Line =>
  () => [{ path }]

const ofPetition =
  (rest: string): Line =>
  ({ petitions }) =>
    Object.values(petitions).map((number) => ({ path: `/dosya/${number}${rest}` }))

const ofOfficer =
  (rest: string): Line =>
  ({ officer }) => [{ path: `/yonetim/gorevliler/${officer}${rest}` }]

/** By everything that it is narrowed by, and by two things at once. */
const accesses: Line = ({ petitions, authorities }) => {
  const narrowed: Record<string, string>[] = [
    ...[{}, { gorevli: 'masa' }, { ilk: '2026-01-05' }, { numara: petitions.plain }],
    ...[{ numara: petitions.long, gorevli: 'masa', son: '2040-01-05' }],
    ...[{ ne: 'aramalar' }, { ne: 'aramalar', gorevli: 'masa', ilk: '2026-01-05' }],
    ...authorities.map((makam) => ({ makam })),
  ]
  return narrowed.map((asked) => ({ path: query('/yonetim/erisimler', asked) }))
}

/**
 * Words of many_postings.ts: of two letters, in every petition and in few, together, never together,
 * with a slip, with a name, and of nobody.
 */
const WORDS = [
  ...['su', 'iş', 'lamba', 'kanalizasyon', 'zürafa', 'iş ev', 'su kanalizasyon', 'iş aş'],
  ...['köpek kanalizasyon', 'lanba', 'kanalzasyon su', 'zambakçı', 'zambakçı su', '02.12.2026 su'],
  ...['Ayşe Deneme', 'su çeşme çamur zeytinli kesinti'],
]
/** Each filter in each order, and narrowed by what most have, hardly any has and none has. */
const queues: Line = ({ offered, subjects, units }) => {
  const narrowed: Record<string, string>[] = [
    ...Object.values(subjects).map((konu) => ({ konu })),
    ...Object.values(units).map((birim) => ({ birim })),
    ...['Akçay Mahallesi', 'Zeytinli Mahallesi'].map((yer) => ({ yer })),
  ]
  const orders = ['', 'son-gun', 'konu', 'yer', 'birim']
  return ['', ...offered['queue.index']!].flatMap((filtre) => [
    ...orders.map((sira) => ({ path: query('/masa', { filtre, sira }) })),
    ...narrowed.flatMap((one) =>
      ['', 'son-gun'].map((sira) => ({ path: query('/masa', { filtre, sira, ...one }) }))
    ),
  ])
}

/** By the route's name. */
export const LISTS: Record<string, Line> = {
  'queue.index': queues,
  'previews.show': ({ petitions }) =>
    Object.values(petitions).map((number) => ({ path: `/masa/onizleme/${number}` })),
  'onlookers.show': ({ petitions }) =>
    Object.values(petitions).map((number) => ({
      path: `/dosya/${number}/bakanlar`,
      fragment: true,
    })),
  'kept_filters.index': once('/masa/suzgecler'),
  'inbox.index': ({ offered, assignee }) =>
    ['', ...offered['inbox.index']!].flatMap((filtre) =>
      ['', 'ben', 'kimse', String(assignee)].map((kim) => ({
        path: query('/birim', { filtre, kim }),
      }))
    ),
  'loads.index': once('/birim/yuk'),
  'unit_questions.index': () => [
    { path: '/birim/sorular' },
    { path: '/birim/sorular?filtre=ended' },
  ],
  'answer_examples.index': () => [
    { path: '/birim/ornekler' },
    { path: '/birim/ornekler?filtre=given' },
  ],
  'answer_examples.create': ({ petitions }) =>
    Object.values(petitions).map((number) => ({ path: `/birim/ornekler/${number}` })),
  'wants.show': ofPetition('/cevap/istenenler'),
  'unit_questions.show': once('/birim/sorular/1'),
  'contact_plans.index': once('/birim/gorusmeler'),
  'visit_rounds.show': once('/birim/ziyaretler'),
  'awaited.index': once('/masa/beklenenler'),
  'contact_plans.create': ofPetition('/plan'),
  'ready_messages.create': ofPetition('/hazir-mesaj'),
  'register.index': (asked) =>
    pairs(dimensions(asked)).map((narrowed) => ({ path: query('/kayit', narrowed) })),
  'searches.store': ({ petitions, phones, nationalIds, papers }) =>
    [petitions, phones, nationalIds, papers]
      .flatMap((sorts) => Object.values(sorts))
      .concat(WORDS)
      .map((ara) => ({ path: '/kayit', form: { ara } })),
  'figures.index': ({ authorities }) =>
    ['', ...authorities].map((makam) => ({ path: query('/izleme', { makam }) })),
  'acceptances.index': once('/izleme/oneriler'),
  'return_pairs.index': once('/izleme/iadeler'),
  'directives.index': once('/talimatlar'),
  'directives.create': once('/talimatlar/yeni'),
  'directive_answers.create': ofPetition('/talimat/1'),
  'promises.index': once('/izleme/sozler'),
  'commitments.index': once('/birim/sozler'),
  'commitments.create': ofPetition('/soz'),
  'commitments.edit': ofPetition('/soz/1'),
  'solved.index': once('/izleme/cozuldu'),
  'objection_decisions.index': once('/itirazlar'),
  'objection_decisions.show': ofPetition('/itiraz'),
  'sample_calls.index': once('/masa/aramalar'),
  'sample_calls.edit': once('/masa/aramalar/1'),
  'handovers.index': once('/sevkler'),
  'forwarding_lists.index': () =>
    ['number', 'sending', 'answer'].map((bekleyen) => ({
      path: query('/gonderilenler', { bekleyen }),
    })),
  'forwarding_letters.show': ofPetition('/ust-yazi'),
  'forwarding_papers.show': ofPetition('/ust-yazi/pdf'),
  'missed.index': once('/mesajlar'),
  'posted_letters.index': () =>
    ['waiting', 'posted'].map((durum) => ({
      path: query('/masa/postalanacaklar', { durum }),
    })),
  'address_labels.show': once('/masa/postalanacaklar/etiketler'),
  'deliveries.show': ofPetition('/ulasma'),
  'answer_replacements.create': ofPetition('/cevap-duzeltme'),
  'missed_counts.show': () => [{ path: '/mesajlar/sayi', fragment: true }],
  'cards.show': ofPetition(''),
  'neighbours.show': ({ petitions }) =>
    Object.values(petitions).flatMap((number) =>
      ['open', 'late', 'approval', 'open.ben', 'open.kimse'].flatMap((liste) =>
        ['', 'geri'].map((yon) => ({ path: query(`/dosya/${number}/siradaki`, { liste, yon }) }))
      )
    ),
  'assignments.edit': ofPetition('/gorevli'),
  'letters.show': ofPetition('/mektup'),
  'letter_papers.show': ofPetition('/mektup/pdf'),
  'last_days.show': ofPetition('/gunler'),
  'approvals.show': ofPetition('/onay'),
  'approval_lots.index': once('/birim/onay'),
  'approval_lots.show': ({ petitions }) =>
    Object.values(petitions).map((number) => ({ path: `/birim/onay/${number}` })),
  'answer_versions.index': ofPetition('/cevap/metinler'),
  'offered_texts.index': ofPetition('/cevap/hazir-metinler'),
  'interim_answers.create': ofPetition('/ara-cevap'),
  'ready_texts.index': once('/hazir-metinler'),
  'ready_texts.create': once('/hazir-metinler/yeni'),
  'ready_texts.edit': once('/hazir-metinler/1'),
  'strikings.edit': ofPetition('/karartma'),
  'merges.show': ofPetition('/birlestirme'),
  'waves.index': once('/birim/dalgalar'),
  'waves.show': once('/birim/dalgalar/1'),
  'namings.edit': ofPetition('/sikayet-edilen'),
  'amendments.edit': ofPetition('/duzelt'),
  'recognitions.create': ofPetition('/kod'),
  'counter_checks.create': ofPetition('/gise'),
  'counter_talks.create': ofPetition('/gise/1'),
  'signing_sheets.show': ofPetition('/dilekce'),
  'slip_comparisons.create': ofPetition('/fis'),
  'messages.index': ofPetition('/mesajlar'),
  'card_files.create': ofPetition('/ek'),
  'attachments.show': ofPetition('/ek/1'),
  'calls.create': ({ petitions, messages }) =>
    (['plain', 'long'] as const).map((sort) => ({
      path: `/dosya/${petitions[sort]}/mesajlar/${messages[sort]}/arama`,
    })),
  'gateways.index': once('/gecitler'),
  'test_messages.create': once('/gecitler/log/deneme'),
  'test_messages.show': ({ test }) => [{ path: `/gecitler/deneme/${test}` }],
  'message_templates.index': once('/metinler'),
  'message_templates.edit': once('/metinler/routed/sms/tr'),
  'desk.create': once('/masa/yeni'),
  'desk_people.store': ({ phones, nationalIds, names }) =>
    [phones, nationalIds, names]
      .flatMap((sorts) => Object.values(sorts))
      .map((person) => ({ path: '/masa/yeni/kisi', form: { person } })),
  'parked_forms.index': once('/masa/yeni/bekleyen'),
  'desk_telephones.show': once('/masa/telefon/1'),
  'desk_telephone_files.show': once('/masa/telefon/dosya/1'),
  'desk_receipts.show': once('/masa/alindi/none'),
  'mails.index': () =>
    ['', 'taken', 'refused', 'ignored'].map((durum) => ({
      path: query('/masa/gelen-posta', { durum }),
    })),
  'mails.show': once('/masa/gelen-posta/1'),
  'mail_forms.create': once('/masa/gelen-posta/1/basvuru'),
  'mail_accounts.show': once('/posta-kutusu'),
  'assistants.show': once('/taslak-yardimcisi'),
  'outages.show': once('/masa/kesinti'),
  'outage_lines.show': once('/masa/hat'),
  'outage_forms.index': () => [
    { path: '/masa/hatsiz' },
    { path: '/masa/hatsiz?durum=gonderilen' },
    { path: '/masa/hatsiz?kod=ACDEFHJK' },
  ],
  'outage_forms.edit': once('/masa/hatsiz/1'),
  'queue_tickets.index': once('/masa/sira'),
  'queue_calls.show': () => [{ path: '/masa/sira/simdi', fragment: true }],
  'queue_days.show': () => [{ path: '/masa/sira/gun' }, { path: '/masa/sira/gun?gun=2026-01-05' }],
  'public_days.index': once('/halk-gunu'),
  'public_days.create': once('/halk-gunu/yeni'),
  'public_days.edit': once('/halk-gunu/1/degistir'),
  'public_days.show': () => [{ path: '/halk-gunu/1' }, { path: '/halk-gunu/1?kisi=1' }],
  'programmes.show': once('/halk-gunu/1/program'),
  'minutes.show': once('/halk-gunu/1/tutanak'),
  'kiosks.edit': once('/yonetim/makam/sira'),
  'administration.index': once('/yonetim'),
  'addresses.edit': once('/yonetim/adresler'),
  'accesses.index': accesses,
  'changes.index': () => [
    { path: '/yonetim/degisiklikler' },
    { path: '/yonetim/degisiklikler?ne=officer' },
  ],
  'units.index': () => [
    { path: '/yonetim/birimler' },
    { path: '/yonetim/birimler?durum=closed&ara=tar' },
  ],
  'units.create': once('/yonetim/birimler/yeni'),
  'units.edit': once('/yonetim/birimler/1'),
  'subjects.index': once('/yonetim/konular'),
  'subjects.create': once('/yonetim/konular/yeni?baslik=1'),
  'subjects.edit': once('/yonetim/konular/1'),
  'headings.create': once('/yonetim/basliklar/yeni'),
  'headings.edit': once('/yonetim/basliklar/1'),
  'subject_questions.create': once('/yonetim/konular/1/sorular'),
  'subject_questions.edit': once('/yonetim/sorular/1'),
  'routing_rules.index': once('/yonetim/kurallar'),
  'routing_rules.create': once('/yonetim/kurallar/yeni'),
  'routing_rules.edit': once('/yonetim/kurallar/1'),
  'rule_trials.show': once('/yonetim/kurallar/1/deneme'),
  'officers.index': () => [
    { path: '/yonetim/gorevliler' },
    { path: '/yonetim/gorevliler?ara=an&birim=TAR' },
    { path: '/yonetim/gorevliler?durum=left' },
  ],
  'officers.create': once('/yonetim/gorevliler/yeni'),
  'officers.show': ofOfficer(''),
  'officers.edit': ofOfficer('/duzenle'),
  'substitutions.index': once('/yonetim/vekalet'),
  'substitutions.create': ({ officer }) => [
    { path: `/yonetim/vekalet/yeni?gorevli=${officer}` },
    { path: '/yonetim/vekalet/yeni?gorevli=sef' },
  ],
  'substitutions.show': once('/yonetim/vekalet/1'),
  'officer_slips.show': ofOfficer('/fis/none'),
  'leavings.create': ofOfficer('/ayrilis'),
  'imports.index': once('/yonetim/dosyadan'),
  'imports.show': once('/yonetim/dosyadan/none'),
  'exports.show': () =>
    ['units', 'officers', 'subjects', 'holidays', 'rules', 'neighbourhoods', 'routing'].map(
      (list) => ({
        path: `/yonetim/dosyaya/${list}/csv`,
      })
    ),
  'calendar.index': () => [{ path: '/yonetim/takvim' }, { path: '/yonetim/takvim?yil=2024' }],
  'holidays.create': once('/yonetim/takvim/gun'),
  'holidays.edit': once('/yonetim/takvim/gun/1'),
  'deadline_rules.edit': once('/yonetim/takvim/sure/promise/genel'),
  'reminder_rules.edit': once('/yonetim/takvim/hatirlatma/promise'),
  'offices.show': once('/yonetim/makam'),
  'privacy_notices.edit': once('/yonetim/makam/aydinlatma'),
  'privacy_notices.show': once('/yonetim/makam/aydinlatma/1'),
  'neighbourhoods.index': () => [
    { path: '/yonetim/mahalleler' },
    { path: '/yonetim/mahalleler?ara=y' },
  ],
  'neighbourhoods.edit': once('/yonetim/mahalleler/1'),
  'accounts.show': once('/hesap'),
  'own_identities.edit': once('/hesap/kimlik'),
  'own_substitutions.index': once('/hesap/vekil'),
  'passwords.edit': once('/hesap/parola'),
  'resumptions.show': once('/devam'),
}

/** By what the register can be narrowed; another one fails the test. */
export const DIMENSIONS = ['durum', 'makam', 'birim', 'konu', 'sonuc', 'donem', 'gelis']

/** What the register can be narrowed to, each sort of it. */
function dimensions({ units, subjects, outcomes, offered, authorities }: Asked): Narrowings {
  return {
    durum: offered['register.index']!,
    makam: authorities,
    birim: [...Object.values(units), 'AKB'],
    konu: Object.values(subjects),
    sonuc: Object.values(outcomes),
    donem: PERIODS,
    gelis: PERIODS,
  }
}

type Narrowings = Record<string, readonly string[]>

/** Nothing, each value, and each pair of values of two dimensions. */
function pairs(of: Narrowings): Record<string, string>[] {
  const single = Object.entries(of).map(([name, values]) =>
    values.map((value) => ({ [name]: value }))
  )
  const both = single.flatMap((one, at) =>
    single.slice(at + 1).flatMap((other) => one.flatMap((a) => other.map((b) => ({ ...a, ...b }))))
  )
  return [{}, ...single.flat(), ...both]
}

function query(path: string, asked: Record<string, string>) {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
