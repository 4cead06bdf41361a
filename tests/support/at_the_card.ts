import i18n from '@adonisjs/i18n/services/main'
import type { ApiClient } from '@japa/api-client'
import type { Action, Petition } from '#intake'
import type { Officer } from '#organisation'

/**
 * Presses a button of a petition's card as the officer's browser would, without following the 303.
 *
 * @param form last part of the button's address: `yonlendirme`, `iade`, `cevap` …
 */
export function send(
  client: ApiClient,
  who: Officer,
  petition: Petition,
  form: string,
  fields: Record<string, string> = {}
) {
  return client
    .post(`/dosya/${petition.number}/${form}`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: String(petition.version), ...named(form, fields) })
}

/** Whether the button with this address reads the field: on a card each has its own, by their names. */
export function isReadAt(path: string, field: string) {
  const action = ACTIONS[path.split('/').at(-1)!]
  return !action || !field.includes('-') || field.startsWith(`${action}-`)
}

const ACTIONS: Record<string, Action> = {
  'yonlendirme': 'refer',
  'gonderme': 'forward',
  'iade': 'return',
  'geri-cagirma': 'recall',
  'birime-not': 'remind',
  'birime-soru': 'askUnit',
  'birime-soru/birak': 'releaseUnit',
  'ne-durumda': 'askProgress',
  'sevk': 'handOver',
  'sevk-iadesi': 'handBack',
  'soru': 'ask',
  'soru/ilet': 'passOn',
  'beklemeyi-bitir': 'stopWaiting',
  'soru-cevabi': 'noteAnswer',
  'uzatma': 'extend',
  'uzatma-karari': 'decideExtension',
  'kanuni-uzatma': 'extendLaw',
  'ucret': 'askFee',
  'ucret-odendi': 'payFee',
  'okundu': 'readAdded',
  'gorusme': 'contact',
  'cevap': 'draft',
  'cevap/denetim': 'draft',
  'cevap/ornekler': 'draft',
  'cevap/oneri': 'draft',
  'cevap/okunan-oneri': 'draft',
  'metin': 'correct',
  'cevap/hazir-metinler': 'draft',
  'onay': 'correct',
  'duzeltme': 'sendBack',
  'onaydan-al': 'takeBack',
  'devral': 'takeOver',
  'kisit': 'restrict',
  'kisit/kaldir': 'liftRestriction',
  'aciliyet': 'setUrgency',
  'gereken': 'meetUrgency',
  'uzerine-al': 'takeOn',
}

/**
 * All that is written on a card is one form: a field is known by the action that it belongs to. What
 * stands on pages of its own, as a call, is named plainly.
 */
function named(form: string, fields: Record<string, string>) {
  const action = ACTIONS[form]
  if (!action) return fields
  const name = (field: string) => `${action}-${field}`
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [OWN.test(field) ? field : name(field), value])
  )
}

/** The page's own marks, and names that are whole already. */
const OWN = /^(?:version|seen|shown|from|found|intent|sitting|turn|resumes|ready|liste)$|-/

export function open(client: ApiClient, who: Officer, petition: Petition) {
  return client.get(`/dosya/${petition.number}`).loginAs(who)
}

/** A sentence as an officer reads it. @throws when nobody wrote it */
export function says(key: string, values?: Record<string, unknown>) {
  const sentence = i18n.locale('tr').t(key, values)
  if (sentence.includes(key)) throw new Error(`no Turkish words for ${key}`)
  return sentence
}
