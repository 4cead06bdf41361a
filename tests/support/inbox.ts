import type { ApiClient } from '@japa/api-client'
import { Petition } from '#intake'
import type { Officer } from '#organisation'

/** The numbers in an inbox, in its order. */
export async function numbersIn(client: ApiClient, who: Officer, query = '') {
  const page = await client.get(`/birim${query}`).loginAs(who)
  page.assertStatus(200)
  return [...page.text().matchAll(/class="rows__link" id="p(\d{10})"/g)].map(([, one]) => one!)
}

/** As the database has it now. */
export function fresh({ id }: { id: number }) {
  return Petition.findOrFail(id)
}

/** Gives a petition to others, as the page of its own has it. */
export async function given(
  client: ApiClient,
  who: Officer,
  petition: Petition,
  fields: Record<string, string>
) {
  const { number, version } = await fresh(petition)
  return client
    .post(`/dosya/${number}/gorevli`)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: String(version), ...fields })
}
