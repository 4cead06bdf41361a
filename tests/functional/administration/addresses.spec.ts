import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { hiddenFields } from '#database/demo/day/visitor'
import { Authority, type Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { forgotten, province } from '#tests/support/databases/offices'
import { officer } from '#tests/support/journey'
import { linksIn } from '#tests/support/walks/forms'

const PAGE = '/yonetim/adresler'

/** What the page's form holds for one office, sent with something else typed. */
async function sent(client: ApiClient, who: Officer, path: string, typed: Record<string, string>) {
  const page = await client.get(path).loginAs(who)
  page.assertStatus(200)
  const [, action] = /action="([^"]*adresler[^"]*)"/.exec(page.text())!
  const { _csrf, ...hidden } = hiddenFields(page.text(), action!)
  return () =>
    client
      .post(action!)
      .loginAs(who)
      .withCsrfToken()
      .redirects(0)
      .form({ ...hidden, ...typed })
}

test.group('The addresses of an authority', (group) => {
  wrapped(group)
  group.each.teardown(() => forgotten())

  test('are given by IT, seen at once, and kept among the changes', async ({ client, assert }) => {
    const it = await officer('bilgiislem')
    const sending = (host: string) => sent(client, it, PAGE, { code: 'edremit', host })
    const send = await sending('AcikKapi.Edremit.Example')
    const late = await sending('Baska.Edremit.Example')
    assert.equal((await send()).status(), 303)
    const { host, id } = await Authority.findByOrFail('code', 'edremit')
    assert.equal(host, 'acikkapi.edremit.example')
    const [change] = await db.from('changes').where({ thing: 'authority', thing_id: id })
    assert.deepEqual(JSON.parse(change.fields), [{ field: 'host', was: null, is: host }])
    const page = await client.get(PAGE).loginAs(it)
    page.assertTextIncludes('acikkapi.edremit.example')
    assert.equal((await send()).status(), 303, 'sent twice')
    const overtaken = await late()
    assert.equal(overtaken.status(), 409)
    assert.include(overtaken.text(), 'value="Baska.Edremit.Example"')
    assert.include(overtaken.text(), 'başka biri bu kaydı değiştirdi')
    assert.include(overtaken.text(), 'acikkapi.edremit.example', 'the latest change')
    assert.lengthOf(await db.from('changes').where({ thing: 'authority', thing_id: id }), 1)
  })

  test('of a district are kept by the governorate’s IT, and not the other way round', async ({
    client,
    assert,
  }) => {
    const { balikesir, ayvalik } = await province()
    const it = await officer('bilgiislem')
    for (const other of ['balikesir', 'ayvalik', 'yok']) {
      const page = await client.get(`${PAGE}?makam=${other}`).loginAs(it)
      page.assertStatus(404)
      const form = { code: 'kapildi', host: '', version: '1' }
      const post = client.post(`${PAGE}?makam=${other}`).loginAs(it).withCsrfToken().form(form)
      assert.equal((await post).status(), 404)
    }
    await db.from('officers').where({ id: it.id }).update({ authority_id: balikesir.id })
    const governorates = await officer('bilgiislem')
    const list = await client.get(PAGE).loginAs(governorates)
    assert.includeMembers(linksIn(list.text()), [`${PAGE}?makam=ayvalik`, `${PAGE}?makam=edremit`])
    const typed = { code: 'ayvalik-k', host: '' }
    const send = await sent(client, governorates, `${PAGE}?makam=ayvalik`, typed)
    assert.equal((await send()).status(), 303)
    assert.equal((await Authority.findOrFail(ayvalik.id)).code, 'ayvalik-k')
    ;(await client.get('/ayvalik-k')).assertStatus(200)
    ;(await client.get('/ayvalik')).assertStatus(404)
  })

  const WRONG: [string, Record<string, string>, string][] = [
    ['a word of the house', { code: 'basvuru' }, 'sitenin kendi sayfalarının adresinde geçiyor'],
    ['another one’s code', { code: 'ayvalik' }, 'başka bir makamın kısa adı'],
    ['no code', { code: '\u200b' }, 'Kısa adı yazın'],
    ['a name as a code', { code: 'Edremit Kaymakamlığı' }, 'Kısa ad 2–40 karakterdir'],
    ['another one’s host', { host: 'ayvalik.example' }, 'başka bir makamın adresi'],
    ['an address as a host', { host: 'https://a.example' }, 'https:// ve bağlantı noktası olmadan'],
  ]
  for (const [what, typed, sentence] of WRONG) {
    test(`are not changed to ${what}, and nothing typed is lost`, async ({ client, assert }) => {
      const { ayvalik, edremit } = await province()
      await Authority.query().where({ id: ayvalik.id }).update({ host: 'ayvalik.example' })
      const form = { code: 'edremit', host: 'edremit.example', ...typed }
      const answer = await (await sent(client, await officer('bilgiislem'), PAGE, form))()
      answer.assertStatus(422)
      answer.assertTextIncludes(sentence)
      if (typed.host) answer.assertTextIncludes(`value="${typed.host}"`)
      const { host, code, version } = await Authority.findOrFail(edremit.id)
      assert.deepEqual([host, code, version], [null, 'edremit', edremit.version])
    })
  }
})
