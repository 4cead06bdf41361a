import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { ChangesList } from '#organisation'
import { Petition, PrivacyNotice } from '#intake'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const PAGE = '/yonetim/makam/aydinlatma'
const TEXTS = { tr: 'Bilgileriniz bizde kalır.', en: 'Your data stays with us.' }

async function send(client: ApiClient, fields: Record<string, string>, path = PAGE) {
  const form = client.post(path).redirects(0).form(fields)
  return form.loginAs(await officer('sef')).withCsrfToken()
}

test.group('The privacy notice', (group) => {
  wrapped(group)
  group.each.teardown(() => PrivacyNotice.forget())

  test('is published as a new version, and petitions keep theirs', async ({ client, assert }) => {
    const { petition } = await Petition.receive(details())
    const shown = (await Petition.findOrFail(petition.id)).noticeVersion
    assert.equal((await send(client, { ...TEXTS, version: '1' })).status(), 303)
    assert.include((await client.get('/aydinlatma')).text(), TEXTS.tr)
    assert.include((await client.get('/en/aydinlatma')).text(), TEXTS.en)
    assert.equal((await Petition.findOrFail(petition.id)).noticeVersion, shown)
    const { authorityId } = await officer('sef')
    const [change] = (await ChangesList.of('notice', authorityId)).rows
    assert.deepEqual(change!.changed, [{ field: 'version', was: '1', is: '2' }])
    const sef = await officer('sef')
    assert.include((await client.get(`${PAGE}/2`).loginAs(sef)).text(), TEXTS.en)
    assert.notInclude((await client.get(`${PAGE}/1`).loginAs(sef)).text(), TEXTS.en)
    assert.equal((await client.get(`${PAGE}/3`).loginAs(sef)).status(), 404)
  })

  test('is looked at beforehand without being kept', async ({ client, assert }) => {
    const page = await send(client, { ...TEXTS, version: '1' }, `${PAGE}/onizleme`)
    assert.equal(page.status(), 200)
    assert.include(page.text(), `<p class="words">${TEXTS.tr}</p>`)
    assert.equal((await PrivacyNotice.newest((await officer('sef')).authorityId)).version, 1)
  })

  test('comes back whole from two at once and from an empty field', async ({ client, assert }) => {
    await send(client, { ...TEXTS, version: '1' })
    assert.equal((await send(client, { ...TEXTS, version: '1' })).status(), 303, 'a second press')
    const late = await send(client, { tr: 'Başka bir metin.', en: TEXTS.en, version: '1' })
    assert.equal(late.status(), 409)
    assert.include(late.text(), 'Başka bir metin.')
    assert.match(late.text(), /name="version" value="2"/)
    const empty = await send(client, { tr: '\u200b', en: 'Kept words.', version: '2' })
    assert.equal(empty.status(), 422)
    assert.include(empty.text(), 'Türkçe metni yazın.')
    assert.include(empty.text(), 'Kept words.')
  })
})
