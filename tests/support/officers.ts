import type { ApiClient } from '@japa/api-client'
import { Browser } from '#database/demo/browser'
import { hiddenFields } from '#database/demo/day/visitor'
import { Officer } from '#organisation'

export const OWN = 'kestane dalda üç gün bekler'

/** Sends a form of an officer's page, without going where its answer leads. */
export function sendAs(
  client: ApiClient,
  who: Officer,
  path: string,
  fields: Record<string, string> = {}
) {
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form(fields)
}

/** A browser at the sign-in. */
export function browser() {
  return new Browser(`http://${process.env.HOST}:${process.env.PORT}`)
}

/** The slip that an answer leads to, as it is printed. */
export async function slipAt(client: ApiClient, who: Officer, address: string) {
  const page = await client.get(address).loginAs(who)
  return { page, password: /slip__password">([^<]+)</.exec(page.text())?.[1] ?? '' }
}

/** Chooses a password of one's own in a browser that came in with a slip. */
export async function chooseIn(one: Browser, password = OWN) {
  const page = await one.get('/hesap/parola')
  const fields = hiddenFields(page.body, '/hesap/parola')
  return one.post('/hesap/parola', { ...fields, newPassword: password, againPassword: password })
}

export function found(login: string) {
  return Officer.query().where({ login }).preload('officerRoles').firstOrFail()
}
