import type { ApiClient } from '@japa/api-client'
import { Petition } from '#intake'
import type { Officer } from '#organisation'

/** Sends the page of corrections with these fields, as it stood at the petition's version. */
export function correct(
  client: ApiClient,
  who: Officer,
  { number, version }: Petition,
  fields: Record<string, string>
) {
  return client
    .post(`/dosya/${number}/duzelt`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: String(version), ...fields })
}

export const fresh = ({ id }: Petition) => Petition.findOrFail(id)

export const brought = async (petition: Petition) =>
  petition.related('petitioner').query().firstOrFail()

export const stepsOf = async (petition: Petition) =>
  (await petition.related('steps').query()).map(({ kind }) => kind).toReversed()
