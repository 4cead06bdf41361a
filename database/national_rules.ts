/** A rule of a clock as a row has it. */
export type NationalRule = {
  clock: string
  petition_kind: string | null
  urgency: string | null
  days: number
  counted: string
  rolls: boolean
  starts: string
  reason: string
  reason_en: string
  source: string
}

const LAW_4982 = '4982 sayılı Bilgi Edinme Hakkı Kanunu, madde 11'
const OWN_AIM = 'Açık Kapı: büronun kendi hedefi'

const day = (clock: string, kind: string | null, days: number, counted: string, rolls = false) => ({
  ...{ clock, petition_kind: kind, urgency: null, days, counted, rolls, starts: 'receipt' },
})
const hours = (clock: string, days: number, starts: string, urgency: string | null = null) => ({
  ...{ clock, petition_kind: null, urgency, days, counted: 'hours', rolls: false, starts },
  source: OWN_AIM,
})

/**
 * What holds in the whole country. Law 3071 knows no rolling: the rule that a last day on a holiday
 * moves on stands in the law on administrative procedure (2577, art. 8) and is about going to court.
 * We keep the earlier day.
 */
const NATIONAL_RULES: readonly NationalRule[] = [
  {
    ...day('promise', null, 7, 'calendar', true),
    reason: 'kayıt gününden sonra 7 gün',
    reason_en: '7 days after receipt',
    source: 'Açık Kapı: başvurular 7 gün içinde cevaplanır',
  },
  {
    ...day('legal', null, 30, 'calendar'),
    reason: 'kayıt gününden sonra 30 gün',
    reason_en: '30 days after receipt',
    source: '3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun, madde 7',
  },
  {
    ...day('legal', 'informationRequest', 15, 'working'),
    reason: 'kayıt gününden sonra 15 iş günü',
    reason_en: '15 working days after receipt',
    source: LAW_4982,
  },
  {
    ...day('legal', 'dataRequest', 30, 'calendar'),
    reason: 'kayıt gününden sonra 30 gün',
    reason_en: '30 days after receipt',
    source: '6698 sayılı Kişisel Verilerin Korunması Kanunu, madde 13',
  },
  {
    ...day('extended', 'informationRequest', 30, 'working'),
    reason: 'kayıt gününden sonra 30 iş günü',
    reason_en: '30 working days after receipt',
    source: LAW_4982,
  },
  {
    ...day('fee', 'informationRequest', 15, 'working'),
    starts: 'notice',
    reason: 'ücretin bildirildiği günden sonra 15 iş günü',
    reason_en: '15 working days after the notice of the fee',
    source: LAW_4982,
  },
  {
    ...day('asked', null, 5, 'working'),
    starts: 'question',
    reason: 'sorunun iletildiği günden sonra 5 iş günü',
    reason_en: '5 working days after the question',
    source: OWN_AIM,
  },
  {
    ...day('objection', null, 30, 'calendar'),
    starts: 'conclusion',
    reason: 'cevabın verildiği günden sonra 30 gün',
    reason_en: '30 days after the answer',
    source: OWN_AIM,
  },
  {
    ...day('review', null, 15, 'calendar', true),
    starts: 'objection',
    reason: 'itirazın yapıldığı günden sonra 15 gün',
    reason_en: '15 days after the objection',
    source: OWN_AIM,
  },
  {
    ...hours('desk', 8, 'receipt'),
    reason: 'alındıktan sonra 8 çalışma saati',
    reason_en: '8 office hours after receipt',
  },
  {
    ...hours('unit', 16, 'referral'),
    reason: 'birime gönderildikten sonra 16 çalışma saati',
    reason_en: '16 office hours after referral',
  },
  {
    ...hours('look', 2, 'urgency', 'atOnce'),
    reason: 'acil olduğu yazıldıktan sonra 2 saat',
    reason_en: '2 hours after it was marked as urgent',
  },
  {
    ...hours('look', 24, 'urgency', 'soon'),
    reason: 'acil olduğu yazıldıktan sonra 24 saat',
    reason_en: '24 hours after it was marked as urgent',
  },
]

/** Those for which nothing stands there yet: corrections stay. */
export function missingFrom(kept: readonly Record<string, unknown>[]) {
  const nameOf = (rule: object) =>
    ['clock', 'petition_kind', 'urgency'].map((key) => rule[key as never]).join()
  const names = new Set(kept.map(nameOf))
  return NATIONAL_RULES.filter((rule) => !names.has(nameOf(rule)))
}
