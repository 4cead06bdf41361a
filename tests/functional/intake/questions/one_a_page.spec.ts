import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { brotliCompressSync } from 'node:zlib'
import { Petition } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { asking } from './asked.js'

const AT = '/basvuru/soru-soru'

/** What a page would send if nobody touched it: its hidden fields, and what is chosen. */
function fieldsOf(html: string) {
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  return Object.fromEntries(hidden.map(([, name, value]) => [name!, decode(value!)]))
}

class Visit {
  page = ''
  status = 0

  constructor(
    private readonly client: ApiClient,
    private readonly at = AT
  ) {}

  async begin() {
    this.page = (await this.client.get(this.at)).text()
    return this
  }

  async go(go: string, typed: Record<string, string> = {}) {
    const answer = await this.client.post(this.at).form({ ...fieldsOf(this.page), ...typed, go })
    this.page = answer.text()
    this.status = answer.status()
    this.cookie = this.cookie || answer.header('set-cookie') !== undefined
    return this
  }

  cookie = false

  async through(...pages: Record<string, string>[]) {
    for (const typed of pages) await this.go('next', typed)
    return this
  }

  get asks() {
    return /name="page" value="([^"]*)"/.exec(this.page)?.[1] ?? 'over'
  }
}

const TEXT = 'Kızımı başka okula\nalmak istiyorum. <b>'
const REST: Record<string, string>[] = [
  { place: 'Zeytinli Mahallesi' },
  { complained: '' },
  { name: 'Ayşe Deneme' },
  { noNationalId: '1' },
  { phone: '0500 012 34 56', address: '' },
  { email: '' },
]

test.group('One question a page', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('leads to the same petition, with nothing written before the end', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking({ label: 'Hangi okul?', requiredAt: 'web' })
    const visit = await new Visit(client).begin()
    const { statements } = await statementsOf(() =>
      visit.through(
        { text: TEXT },
        { kind: 'request' },
        { subject: subject.code },
        { [names[0]!]: 'Cumhuriyet' },
        ...REST
      )
    )
    assert.isEmpty(statements)
    assert.equal(visit.asks, 'over')
    assert.isFalse(visit.cookie)
    for (const word of ['Zeytinli Mahallesi', 'Ayşe Deneme', 'Hangi okul?', 'Cumhuriyet']) {
      assert.include(visit.page, word)
    }
    assert.include(visit.page, 'almak istiyorum. &lt;b&gt;')
    const sent = await client.post('/basvuru').redirects(0).form(fieldsOf(visit.page))
    sent.assertStatus(303)
    const petition = await Petition.query().firstOrFail()
    assert.equal(petition.text, TEXT)
    assert.equal(petition.place, 'Zeytinli Mahallesi')
    assert.deepEqual(petition.particularsIn('tr'), [{ label: 'Hangi okul?', value: 'Cumhuriyet' }])
  })

  test('says what is to be mended where it is asked, and goes no further', async ({
    client,
    assert,
  }) => {
    const { subject, names } = await asking({ label: 'Hangi okul?', requiredAt: 'web' })
    const visit = await new Visit(client).begin()
    await visit.go('next', { text: ' ' })
    assert.equal(visit.status, 422)
    assert.equal(visit.asks, 'text')
    assert.include(visit.page, 'Ne anlatmak istediğinizi yazın.')
    assert.notInclude(visit.page, 'Adınızı ve soyadınızı yazın.')
    await visit.through({ text: TEXT }, { kind: 'request' }, { subject: subject.code }, {})
    assert.equal(visit.asks, names[0])
    assert.include(visit.page, '“Hangi okul?” sorusunu cevaplayın.')
    await visit.through({ [names[0]!]: 'Cumhuriyet' }, ...REST.slice(0, 3), { nationalId: '1' })
    assert.equal(visit.asks, 'nationalId')
    assert.include(visit.page, 'value="1"')
    await visit.through({ nationalId: '', noNationalId: '1' }, { phone: '' })
    assert.equal(visit.asks, 'phone')
  })

  test('goes back and forward without losing anything', async ({ client, assert }) => {
    const visit = await new Visit(client).begin()
    await visit.through({ text: TEXT }, { kind: 'complaint' }, { subject: '' })
    await visit.go('back', { place: 'Yarım kalan yer' })
    assert.equal(visit.asks, 'subject')
    await visit.go('back', { subject: 'tapu.kadastro' })
    await visit.go('back', { kind: 'complaint' })
    assert.equal(visit.asks, 'text')
    assert.include(visit.page, 'almak istiyorum. &lt;b&gt;</textarea>')
    await visit.through({ text: TEXT }, { kind: 'complaint' })
    assert.match(visit.page, /<option value="tapu\.kadastro" selected/)
    await visit.through({ subject: 'tapu.kadastro' })
    assert.include(visit.page, 'Ada ve parsel numarası')
    await visit.through({}, {})
    assert.equal(visit.asks, 'place')
    assert.include(visit.page, 'value="Yarım kalan yer"')
  })

  test('comes back to where everything is read over after a change', async ({ client, assert }) => {
    const { subject, names } = await asking({ label: 'Hangi okul?', requiredAt: 'web' })
    const visit = await new Visit(client).begin()
    await visit.through({ text: TEXT }, { kind: 'request' }, { subject: '' }, ...REST)
    await visit.go('place')
    assert.equal(visit.asks, 'place')
    await visit.go('next', { place: 'Akçay' })
    assert.equal(visit.asks, 'over')
    assert.include(visit.page, 'Akçay')
    await visit.go('subject')
    await visit.go('next', { subject: subject.code })
    assert.equal(visit.asks, names[0], 'what the new subject needs is asked')
    await visit.go('next', { [names[0]!]: 'Cumhuriyet' })
    assert.equal(visit.asks, 'over')
  })

  test('says whom to call as soon as the text is written, and of sending nothing twice', async ({
    client,
    assert,
  }) => {
    const visit = await new Visit(client).begin()
    await visit.go('next', { text: 'Kocam az önce beni yine dövdü, kapıyı kilitledim.' })
    assert.equal(visit.asks, 'kind')
    assert.include(visit.page, 'href="tel:112"')
    assert.include(visit.page, 'data-exit')
    await visit.through({ kind: 'request' }, { subject: '' }, ...REST)
    assert.include(visit.page, 'id="warnings"')
    const fields = fieldsOf(visit.page)
    ;(await client.post('/basvuru').redirects(0).form(fields)).assertStatus(303)
    ;(await client.post('/basvuru').redirects(0).form(fields)).assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('gives everything to the whole form, and to its files', async ({ client, assert }) => {
    const visit = await new Visit(client).begin()
    await visit.through({ text: TEXT }, { kind: 'complaint' }, { subject: 'tapu.kadastro' })
    const page = await visit.go('whole')
    assert.equal(page.status, 200)
    for (const word of ['almak istiyorum. &lt;b&gt;', 'Ada ve parsel numarası', 'name="name"']) {
      assert.include(page.page, word)
    }
    const over = await new Visit(client).begin()
    await over.through({ text: TEXT }, { kind: 'request' }, { subject: '' }, ...REST)
    const fields = { ...fieldsOf(over.page), attach: '1' }
    const files = await client.post('/basvuru').form(fields)
    files.assertStatus(200)
    files.assertTextIncludes('type="file"')
    files.assertTextIncludes('Zeytinli Mahallesi')
  })

  test('asks for statistics where the authority does, and reads English', async ({
    client,
    assert,
  }) => {
    await Authority.query().update({ asks_statistics: true })
    Catalogue.forget()
    const visit = await new Visit(client, `/en${AT}`).begin()
    assert.include(visit.page, 'We ask one thing on each page')
    await visit.through({ text: TEXT }, { kind: 'request' }, { subject: '' }, ...REST)
    assert.equal(visit.asks, 'birthYear')
    await visit.go('next', { birthYear: '61', sex: 'female', schooling: '', work: '' })
    assert.equal(visit.asks, 'birthYear')
    await visit.go('next', { birthYear: '1961', sex: 'female' })
    assert.equal(visit.asks, 'over')
    assert.include(visit.page, 'Female')
  })

  test('takes whatever is sent to it', async ({ client, assert }) => {
    for (const fields of [
      {},
      { page: '__proto__', go: 'constructor' },
      { page: 'email', go: 'next', kind: 'x', sex: 'a.b', subject: 'yok', token: 'yok' },
      { page: 'over', go: 'back' },
      { go: 'over', text: 'a'.repeat(10_001) },
    ]) {
      const answer = await client.post(AT).form(fields)
      assert.include([200, 422], answer.status(), JSON.stringify(fields))
      assert.notMatch(answer.text(), /translation missing|undefined/i)
    }
  })

  test('is linked from the form, and both are as small as they may be', async ({
    client,
    assert,
  }) => {
    const most = { '/': 9, '/basvuru': 12, [AT]: 9 }
    for (const [path, kilobytes] of Object.entries(most)) {
      const size = brotliCompressSync((await client.get(path)).text()).length
      console.info(`  ${path}: ${size} bytes, compressed`)
      assert.isAtMost(size, kilobytes * 1024, path)
    }
    assert.include((await client.get('/basvuru')).text(), `href="${AT}"`)
  })
})
