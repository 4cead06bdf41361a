import type { ApiClient } from '@japa/api-client'
import type { Petition, PetitionDetails } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { send } from '#tests/support/at_the_card'
import { referredTo } from '#tests/support/journey'

/** Not urgent: of what is, no proposal is asked. */
const SAID = `Ben Ayşe Deneme. Zeytinli’de yolumuz bozuk, yağmurda geçilmiyor; komşum Mehmet Yılmaz da böyle söylüyor.
Telefonum 0500 012 34 56.`
/** What a model writes. */
export const ONE = 'Yolunuzun durumu birimimiz tarafından incelendi.'
export const OTHER = 'Su kesintisi için ekip görevlendirildi.'

export async function subjectOf(petition: Petition, isSensitive = false) {
  const { subjects } = await Catalogue.of(petition.authorityId)
  return subjects.find(({ sensitive }) => Boolean(sensitive) === isSensitive)!
}

/** An ordinary request that the agriculture office has. */
export async function ordinary(about: Partial<PetitionDetails> = {}) {
  const subject = await subjectOf(await referredTo('TAR'))
  return referredTo('TAR', { name: 'Ayşe Deneme', text: SAID, subject, ...about })
}

export function ask(client: ApiClient, who: Officer, petition: Petition, fields: object = {}) {
  return send(client, who, petition, 'cevap/oneri', { outcome: 'informed', ...fields })
}

export function submit(client: ApiClient, who: Officer, petition: Petition, text: string) {
  return send(client, who, petition, 'cevap', { outcome: 'informed', text, intent: 'submit' })
}

export function confirm(
  client: ApiClient,
  who: Officer,
  petition: Petition,
  text: string,
  id: number
) {
  return client
    .post(`/dosya/${petition.number}/cevap/okunan-oneri`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .header('hx-request-type', 'partial')
    .form({ 'version': String(petition.version), 'draft-text': text, 'confirm': String(id) })
}
