import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { SearchRounds } from '#intake'
import type { Officer } from '#organisation'

/** What has come and changed is found by its words from now on. */
export function written() {
  const later = DateTime.utc().plus({ minutes: 5 })
  return new SearchRounds(
    {
      error: ({ err }: { err?: Error }) => {
        throw err
      },
    },
    0
  ).all(later)
}

/** The page that the box gives. */
export function sought(client: ApiClient, who: Officer, ara: string, more = {}) {
  return client
    .post('/kayit')
    .loginAs(who)
    .withCsrfToken()
    .form({ ara, ...more })
}

/** Numbers of the petitions on it, in its order. */
export async function found(client: ApiClient, who: Officer, ara: string, more = {}) {
  const page = await sought(client, who, ara, more)
  page.assertStatus(200)
  return page.text().match(/(?<=class="rows__link"[^>]*href="\/dosya\/)\d{10}/g) ?? []
}
