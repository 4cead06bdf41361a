import { Matched } from './matched.ts'

/** As a file has them. */
export const CLOCK = new Matched({
  promise: 'Söz verilen süre',
  legal: 'Kanundaki süre',
  extended: 'Uzatılan bilgi edinme süresi',
  fee: 'Bilgi ücretini ödeme süresi',
  asked: 'Sorumuza cevap süresi',
  objection: 'Cevaba itiraz süresi',
  review: 'İtiraza bakma süresi',
  desk: 'Masanın yönlendirme süresi',
  unit: 'Birimin ilk görüşme süresi',
  look: 'Acil başvuruya bakma süresi',
})
export const COUNTED = new Matched({
  calendar: 'Takvim günü',
  working: 'İş günü',
  hours: 'Çalışma saati',
})
export const START = new Matched({
  receipt: 'Başvuru geldiğinde',
  referral: 'Birime gönderildiğinde',
  urgency: 'Acil olduğu yazıldığında',
  notice: 'Ücret bildirildiğinde',
  question: 'Soru sorulduğunda',
  conclusion: 'Cevap verildiğinde',
  objection: 'İtiraz edildiğinde',
})
export const URGENCY = new Matched({ atOnce: 'Hemen', soon: 'Yakında' })
/** What was brought. */
export const KIND = new Matched({
  request: 'İstek',
  complaint: 'Şikâyet',
  tipOff: 'İhbar',
  suggestion: 'Öneri',
  informationRequest: 'Bilgi isteme',
  dataRequest: 'KVKK başvurusu',
  thanks: 'Teşekkür',
})
