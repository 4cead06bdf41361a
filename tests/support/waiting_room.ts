import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { Authority, Catalogue, type Officer } from '#organisation'
import { districtId } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

/** The district gives numbers from now on. @returns the address of its kiosk */
export async function openRoom(client: ApiClient) {
  await Authority.query().where('id', districtId()).update({ calls_numbers: true })
  Catalogue.forget()
  const page = await client.get('/yonetim/makam/sira').loginAs(await officer('sef'))
  return /class="kiosk-address" href="([^"]+)"/.exec(page.text())![1]!
}

/** Presses a button of the kiosk. @returns what the address of the ticket leads to */
export async function press(client: ApiClient, kiosk: string, sort = 'ordinary') {
  const { token } = hiddenFields((await client.get(kiosk)).text(), kiosk)
  const pressed = await client.post(kiosk).redirects(0).form({ token, sort })
  return { status: pressed.status(), address: pressed.header('location') ?? '', token: token! }
}

/** At a counter, ready to call. */
export async function atCounter(client: ApiClient, login: string, counter: string) {
  const who = await officer(login)
  await sendAs(client, who, '/masa/sira/gise', { counter })
  return who
}

/** Presses "next" as the page shows it. @returns the number that is called, if one is */
export async function next(client: ApiClient, who: Officer) {
  const page = (await client.get('/masa/sira').loginAs(who)).text()
  const { after = '' } = hiddenFields(page, '/masa/sira/sonraki')
  const answer = await sendAs(client, who, '/masa/sira/sonraki', { after })
  return { answer, number: await presentOf(client, who) }
}

/** Which number the officer has. */
export async function presentOf(client: ApiClient, who: Officer) {
  const page = (await client.get('/masa/sira').loginAs(who)).text()
  return Number(/class="room__present"><strong>(\d+)/.exec(page)?.[1] ?? 0) || null
}
