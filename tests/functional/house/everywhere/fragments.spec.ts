import { test } from '@japa/runner'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { openRoom } from '#tests/support/waiting_room'
import { troubles } from '#tests/support/databases/troubled_database'

const WHO = ['masa', 'sef', 'kaymakam', 'tarim', 'bilgiislem']
const PARTIAL = { 'hx-request-type': 'partial', 'hx-current-url': 'https://ornek.example/masa?a=1' }

interface Fragment {
  method: 'get' | 'post'
  address: string
  /** somebody on whose page it stands */
  login: string
}

/** Every part of a page that asks for itself again, found on the pages where it stands. */
async function fragments(client: ApiClient) {
  const { number } = await referredTo('TAR', { phone: PhoneNumber.parse('0500 099 88 77') })
  await openRoom(client)
  const sent = await client
    .post('/gecitler/log/deneme')
    .loginAs(await officer('bilgiislem'))
    .withCsrfToken()
    .redirects(0)
    .form({ phone: '0500 012 34 56' })
  const pages = [
    '/masa',
    '/masa/sira',
    '/birim',
    '/izleme',
    '/gecitler',
    '/mesajlar',
    `/dosya/${number}`,
  ]
  pages.push('/metinler/received/sms/tr', sent.header('location')!)
  const found = new Map<string, Fragment>()
  for (const login of WHO) {
    for (const page of pages) {
      const answer = await client.get(page).loginAs(await officer(login))
      for (const [, method, address] of answer.text().matchAll(/hx-(get|post)="([^"]+)"/g)) {
        found.set(address!, { method: method as 'get', address: address!, login })
      }
    }
  }
  return [...found.values()]
}

/** What the scripts of the desk's page ask for, and what is kept for when the line is cut. */
const ASKED_BY_SCRIPTS = [
  ['post', '/masa/yeni/oneri'],
  ['post', '/masa/sorular'],
  ['post', '/masa/uyarilar'],
  ['get', '/masa/hat'],
  ['get', '/masa/kesinti'],
] as const

function ask(client: ApiClient, { method, address }: Fragment) {
  const request = method === 'post' ? client.post(address).form({}) : client.get(address)
  return request.headers(PARTIAL).redirects(0)
}

test.group('A part of a page that asks for itself again', (group) => {
  emptied(group)

  test('stays as it stands when the session has ended, and says how to go on', async ({
    assert,
    client,
  }) => {
    const all = await fragments(client)
    assert.isAtLeast(all.length, 8, all.map(({ address }) => address).join(' '))
    for (const fragment of all) {
      const answer = await ask(client, fragment)
      answer.assertStatus(401)
      answer.assertHeader('hx-retarget', '#beside')
      answer.assertHeader('hx-reswap', 'innerHTML')
      answer.assertHeader('cache-control', 'no-store')
      assert.match(answer.text(), /^<p class="note/, fragment.address)
      assert.include(answer.text(), 'href="/giris?next=%2Fmasa%3Fa%3D1"', fragment.address)
      assert.notMatch(answer.text(), /<html|<main|<form/, fragment.address)
    }
  })

  test('stays as it stands for somebody who may not see it', async ({ assert, client }) => {
    for (const fragment of await fragments(client)) {
      const stranger = await officer(fragment.login === 'bilgiislem' ? 'tarim' : 'bilgiislem')
      const answer = await ask(client, fragment).loginAs(stranger).withCsrfToken()
      assert.oneOf(answer.status(), [403, 404], fragment.address)
      answer.assertHeader('hx-retarget', '#beside')
      assert.match(answer.text(), /^<p class="note[^]*görevinize açık değil/, fragment.address)
      assert.notMatch(answer.text(), /<html|<main|<form/, fragment.address)
    }
  })

  test('leaves to the next page what that is to say', async ({ assert, client }) => {
    const done = { done: { key: 'intake.parked.done' } }
    const leaves = async (address: string, login: string, asked: ApiRequest) => {
      const who = await officer(login)
      const answer = await asked.withFlashMessages(done).loginAs(who).withCsrfToken()
      assert.isBelow(answer.status(), 500, address)
      assert.deepEqual(answer.flashMessages().done, done.done, address)
      assert.notInclude(answer.text(), says('intake.parked.done'), address)
    }
    for (const fragment of await fragments(client)) {
      if (fragment.address.startsWith('/masa?')) continue
      await leaves(fragment.address, fragment.login, ask(client, fragment))
    }
    for (const [method, address] of ASKED_BY_SCRIPTS) {
      await leaves(address, 'masa', client[method](address).redirects(0))
    }
  })

  test('stays as it stands on an error, and says so', async ({ assert, client, cleanup }) => {
    const possible = await troubles({ cleanup })
    const all = await fragments(client)
    const people = await Promise.all(all.map(({ login }) => officer(login)))
    const end = await (possible.broken ?? possible.stopped)!()
    const answers = []
    for (const [nth, fragment] of all.entries()) {
      answers.push(await ask(client, fragment).loginAs(people[nth]!).withCsrfToken())
    }
    await end()
    for (const answer of answers) {
      answer.assertStatus(500)
      answer.assertHeader('hx-retarget', '#beside')
      assert.match(answer.text(), /^<p class="note[^]*yenilenemedi/)
      assert.notMatch(answer.text(), /<html|<main|<form/)
    }
  }).timeout(300_000)
})
