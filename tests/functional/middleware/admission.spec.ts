import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { emptied } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { fullHouse } from '#tests/support/middleware/full_house'
import { assertValid } from '#tests/support/pages'
import { formsIn } from '#tests/support/walks/forms'
import { AS_IT_IS } from '#shared/typed/typed_text'
import { everyField, everyPost, filledIn, TYPED } from '#tests/support/walks/typed_everywhere'
import { FREE, KINDS, kindOf, ROUTES, type Kind } from '../../../app/middleware/admission/kinds.ts'

const ALL = Object.keys(KINDS) as Kind[]
const TEXT = 'Köprü yıkıldı,\nkarşıya <geçemiyoruz> & "bekliyoruz".'
const LIGHT = 3 * 1024

async function petition(client: ApiClient, path = '/basvuru') {
  const { token } = hiddenFields((await client.get(path)).text(), path)
  return {
    text: `${TEXT} ${path}`,
    name: 'Ayşe Deneme',
    noNationalId: '1',
    phone: '0500 012 34 56',
    token: token!,
  }
}

/** A page of each kind that only looks, and who asks for it. */
const PAGES: [Kind, string, string?][] = [
  ['lists', '/masa', 'masa'],
  ['work', '/masa/yeni', 'masa'],
  ['pages', '/'],
  ['pages', '/en'],
  ['reports', '/sms/rapor/log/yok'],
]

test.group('Too much to do', (group) => {
  emptied(group)

  test('belongs every route to one kind', ({ assert }) => {
    const routes = Object.values(router.toJSON()).flat()
    const names = new Set(routes.map(({ name }) => name!.replace(/^(en\.)?(office\.)?/, '')))
    assert.sameMembers([...Object.values(ROUTES).flat(), ...FREE], [...names])
  })

  test('each kind is refused, and served again afterwards', async ({ assert, client, cleanup }) => {
    for (const [kind, path, login] of PAGES) {
      const ask = async () =>
        login ? client.get(path).loginAs(await officer(login)) : client.get(path)
      const end = fullHouse({ cleanup }, kind)
      const refused = await ask()
      assert.equal(refused.status(), 503, path)
      assert.match(refused.header('retry-after')!, /^\d{2,3}$/)
      assert.equal(refused.header('cache-control'), 'no-store')
      assert.isBelow(refused.text().length, LIGHT)
      await end()
      const served = await ask()
      assert.equal(served.status(), kind === 'reports' ? 404 : 200, path)
    }
  })

  test('gives a petition back whole, which is then the same one', async ({
    assert,
    client,
    cleanup,
  }) => {
    for (const path of ['/basvuru', '/en/basvuru']) {
      const typed = { ...(await petition(client, path)), place: '' }
      const end = fullHouse({ cleanup }, 'petitions')
      const refused = await client.post(path).form(typed)
      refused.assertStatus(503)
      const form = formsIn(refused.text()).find(({ action }) => action === `${path}?kez=1`)!
      const fields = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
      assert.deepEqual(fields, typed, 'as it was sent')
      assert.include(refused.text(), '&lt;geçemiyoruz&gt;')
      assert.lengthOf(refused.text().match(/<dt>/g)!, 4, 'what is empty is not shown')
      await assertValid(assert, refused.text(), path)
      await end()
      const before = await db.from('petitions')
      const sent = await client.post(`${path}?kez=1`).form(fields).redirects(0)
      sent.assertStatus(303)
      const again = await client.post(path).form(typed).redirects(0)
      again.assertStatus(303)
      assert.lengthOf(await db.from('petitions'), before.length + 1)
    }
  })

  test('gives a form back that no petition could hold, a piece at a time', async ({
    assert,
    client,
    cleanup,
  }) => {
    const typed = { ...(await petition(client)), text: `${TEXT} 😀 `.repeat(1500) }
    const taken = await client.post('/basvuru').form(typed).redirects(0)
    taken.assertStatus(422)
    const end = fullHouse({ cleanup }, 'petitions')
    const refused = await client.post('/basvuru').form(typed)
    refused.assertStatus(503)
    refused.assertHeader('transfer-encoding', 'chunked')
    const form = formsIn(refused.text()).find(({ action }) => action === '/basvuru?kez=1')!
    const fields = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
    assert.deepEqual(fields, typed)
    await end()
  })

  test('gives the words of every form back, but no password', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { number } = await received()
    fullHouse({ cleanup }, ...ALL)
    for (const { pattern, name } of everyPost()) {
      if (kindOf(name) === 'reports') continue
      const about = {
        number,
        message: '1',
        check: '1',
        plan: '1',
        letter: '1',
        promise: '1',
        directive: '1',
        gateway: 'log',
        event: 'received',
      }
      // A kiosk's address, and a survey's, of another length is nobody's, and has no form to give back.
      const address = 'k'.repeat(22)
      const path = filledIn(pattern, { ...about, kiosk: address, address })
      const fields = { ...everyField(), password: 'gizlisözcük', _csrf: 'ontheform' }
      const answer = await client.post(path).form(fields)
      answer.assertStatus(503)
      for (const [field, value] of Object.entries(fields)) {
        const isThere = answer.text().includes(`name="${field}" value="${value}"`)
        assert.equal(isThere, !AS_IT_IS.test(field), `${name} ${field}`)
      }
      assert.include(answer.text(), TYPED.word)
      assert.notInclude(answer.text(), 'gizlisözcük')
      assert.include(answer.text(), 'type="password"')
    }
  }).timeout(120_000)

  test('asks neither session nor database, and sets no cookie', async ({
    assert,
    client,
    cleanup,
  }) => {
    const masa = await officer('masa')
    const asks = [
      client.get('/masa').loginAs(masa),
      client.post('/masa/yeni').loginAs(masa).form({ text: TEXT }),
      client.post('/basvuru').form({ text: TEXT }),
      client.post('/sorgula').form({ number: '1' }),
      client.get('/'),
    ]
    fullHouse({ cleanup }, ...ALL)
    const heard: string[] = []
    const hear = ({ sql }: { sql: string }) => heard.push(sql)
    const connection = db.connection().getReadClient()
    connection.on('query', hear)
    for (const ask of asks) {
      const answer = await ask
      answer.assertStatus(503)
      assert.isUndefined(answer.header('set-cookie'))
      assert.include(answer.header('content-security-policy')!, "default-src 'none'")
    }
    connection.off('query', hear)
    assert.deepEqual(heard, [])
  })

  test('refuses officers’ lists while citizens’ forms are taken', async ({
    assert,
    client,
    cleanup,
  }) => {
    const typed = await petition(client)
    fullHouse({ cleanup }, 'lists', 'work')
    const list = await client.get('/kayit').loginAs(await officer('masa'))
    list.assertStatus(503)
    const sent = await client.post('/basvuru').form(typed).redirects(0)
    sent.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('says it to programs and parts of pages in their own way', async ({
    assert,
    client,
    cleanup,
  }) => {
    fullHouse({ cleanup }, ...ALL)
    const json = await client.post('/basvuru').header('accept', 'application/json').form({})
    assert.deepEqual(json.body(), { message: 'Şu anda çok yoğunuz' })
    const text = await client.get('/en').header('accept', 'text/plain')
    assert.equal(text.text(), 'We are very busy at the moment')
    const report = await client.post('/sms/rapor/log/yok').form({ a: 'b' })
    assert.equal(report.text(), 'busy')
    const part = await client.get('/mesajlar/sayi').header('hx-request-type', 'partial')
    part.assertHeader('hx-retarget', '#beside')
    part.assertHeader('hx-reswap', 'innerHTML')
    assert.match(part.text(), /^<p class="note/)
    for (const answer of [json, text, report, part]) {
      answer.assertStatus(503)
      assert.isDefined(answer.header('retry-after'))
    }
  })

  test('gives nothing back of another site’s form, and nothing that is no form', async ({
    assert,
    client,
    cleanup,
  }) => {
    fullHouse({ cleanup }, ...ALL)
    const ask = () => client.post('/basvuru')
    const answers = [
      await ask().header('sec-fetch-site', 'cross-site').form({ text: TEXT }),
      await ask().json({ text: TEXT }).header('accept', 'text/html'),
    ]
    for (const answer of answers) {
      answer.assertStatus(503)
      assert.notInclude(answer.text(), '<form')
      assert.include(answer.text(), 'geri gidip')
    }
  })

  test('knows a kind by the address as the framework reads it', async ({ client, cleanup }) => {
    const masa = await officer('masa')
    fullHouse({ cleanup }, 'lists')
    for (const path of ['/masa?a=1', '/masa/', '/mas%61']) {
      const list = await client.get(path).loginAs(masa)
      list.assertStatus(503)
    }
  })
})
