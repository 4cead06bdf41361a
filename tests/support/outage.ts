import type { ApiClient } from '@japa/api-client'
import type { Officer } from '#organisation'
import { seal } from '../../public/outage_store.js'

/** What the line says to an officer's browser while it is there. */
export interface Line {
  csrf: string
  now: number
  key: { name: string; open: string }
  authority: number
  writer: { id: number; name: string }
  days: number
  isBack: boolean
  tokens: { token: string; reference: string }[]
}

/** What became of one form that was sent. */
export interface Result {
  state: string
  reference?: string
  number?: string | null
}

export async function lineOf(client: ApiClient, who: Officer): Promise<Line> {
  return (await client.get('/masa/hat').loginAs(who)).body() as Line
}

/** As an officer writes it; say only what the test is about. */
export function words(about: Record<string, string> = {}) {
  return {
    ...{ text: 'Çeşmemiz üç gündür akmıyor.', channel: 'desk', kind: 'request', subject: '' },
    ...{ place: 'Zeytinli', name: 'Ayşe Deneme', phone: '0500 012 34 56', nationalId: '' },
    ...{ address: '', language: 'tr', notice: '1', ...about },
  }
}

/** A form as the browser keeps it; `at` and `difference` in milliseconds. */
export function sealed(
  line: Pick<Line, 'key'>,
  token: string,
  typed: object,
  { at = Date.now(), difference = 0 } = {}
): Promise<string> {
  return seal({ token, writtenAt: at, difference, words: typed }, line.key)
}

function sendForms(client: ApiClient, who: Officer, forms: readonly string[], clock = Date.now()) {
  return client
    .post('/masa/hatsiz')
    .loginAs(who)
    .withCsrfToken()
    .form({ forms: forms.join(' '), clock: String(clock) })
}

/** What became of each form, in their order. */
export async function sentForms(
  client: ApiClient,
  who: Officer,
  forms: readonly string[],
  clock = Date.now()
) {
  const answer = await sendForms(client, who, forms, clock)
  answer.assertStatus(200)
  return (answer.body() as { forms: Result[] }).forms
}
