import i18n from '@adonisjs/i18n/services/main'
import type { ApiClient } from '@japa/api-client'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'

/**
 * Sends a form of a petition's card as the officer's browser would, without following the 303.
 *
 * @param form last part of the form's address: `yonlendirme`, `iade`, `cevap` …
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
    .form({ version: String(petition.version), ...fields })
}

export function open(client: ApiClient, who: Officer, petition: Petition) {
  return client.get(`/dosya/${petition.number}`).loginAs(who)
}

/** A sentence as an officer reads it. @throws when nobody wrote it */
export function says(key: string, values?: Record<string, unknown>) {
  const sentence = i18n.locale('tr').t(key, values)
  if (sentence.includes(key)) throw new Error(`no Turkish words for ${key}`)
  return sentence
}
