import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Authority, Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'

const WORDS = {
  ...{ text: 'Suyumuz akmıyor.', kind: 'request', name: 'Ayşe Deneme' },
  ...{ noNationalId: '1', phone: '0500 012 34 56' },
}
const SAID = { birthYear: '1961', sex: 'female', schooling: 'high', work: 'retired' }

async function asking(is: boolean) {
  await Authority.query().update({ asks_statistics: is })
  Catalogue.forget()
}

async function sent(client: ApiClient, fields: Record<string, string>) {
  const page = (await client.get('/basvuru')).text()
  const form = { ...hiddenFields(page, '/basvuru'), ...WORDS, ...fields }
  return client.post('/basvuru').redirects(0).form(form)
}

const kept = () => db.from('petition_statistics').select('birth_year', 'sex', 'schooling', 'work')
const withoutToken = (page: string) => page.replace(/name="token" value="[^"]*"/, '')

test.group('Questions for statistics', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('are not asked, nor read, where the authority does not ask', async ({ client, assert }) => {
    await asking(true)
    const asked = (await client.get('/basvuru')).text()
    await asking(false)
    const page = (await client.get('/basvuru')).text()
    const part = /<section class="part" aria-labelledby="statistics">[^]*?<\/section>\n?/
    assert.match(asked, part)
    assert.equal(withoutToken(asked.replace(part, '')), withoutToken(page))
    assert.equal((await sent(client, SAID)).status(), 303)
    assert.isEmpty(await kept())
  })

  test('are kept beside the petition, and stand on no card', async ({ client, assert }) => {
    await asking(true)
    assert.equal((await sent(client, SAID)).status(), 303)
    const { birthYear, ...words } = SAID
    assert.deepEqual(await kept(), [{ birth_year: Number(birthYear), ...words }])
    const { number } = await db.from('petitions').firstOrFail()
    const card = (await client.get(`/dosya/${number}`).loginAs(await officer('sef'))).text()
    for (const one of ['1961', 'Emekli', 'Lise']) assert.notInclude(card, one)
  })

  test('may stay unanswered: then no row is kept', async ({ client, assert }) => {
    await asking(true)
    const nothing = { birthYear: '', sex: '', schooling: '', work: '' }
    assert.equal((await sent(client, nothing)).status(), 303)
    assert.isEmpty(await kept())
  })

  test('come back with the form, each wrong one with its sentence', async ({ client, assert }) => {
    await asking(true)
    for (const birthYear of ['61', '1850', '3000', 'on dokuz']) {
      const page = await sent(client, { ...SAID, birthYear, work: 'çoban' })
      assert.equal(page.status(), 422, birthYear)
      assert.include(page.text(), 'Doğum yılını dört rakamla yazın')
      assert.include(page.text(), 'Çalışma durumunu listeden seçin.')
      assert.include(page.text(), `value="${birthYear}"`)
      assert.match(page.text(), /<option value="high" selected/)
    }
    assert.isEmpty(await db.from('petitions'))
  })

  test('are asked at the desk too, and switched on by the authority’s people', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const desk = async () => (await client.get('/masa/yeni').loginAs(sef)).text()
    assert.notInclude(await desk(), 'birthYear')
    const page = (await client.get('/yonetim/makam').loginAs(sef)).text()
    const { version = '' } = hiddenFields(page, '/yonetim/makam')
    const office = { name: 'Edremit Kaymakamlığı', asksStatistics: '1', version }
    const saved = client.post('/yonetim/makam').redirects(0).form(office)
    assert.equal((await saved.loginAs(sef).withCsrfToken()).status(), 303)
    const form = await desk()
    assert.include(form, 'name="birthYear"')
    const { _csrf, ...hidden } = hiddenFields(form, '/masa/yeni') as Record<string, string>
    const typed = { ...hidden, ...WORDS, ...SAID, channel: 'desk' }
    const taken = client.post('/masa/yeni').redirects(0).form(typed)
    assert.equal((await taken.loginAs(sef).withCsrfToken()).status(), 303)
    assert.lengthOf(await kept(), 1)
    assert.include((await client.get('/en/basvuru')).text(), 'Looking for work')
  })
})
