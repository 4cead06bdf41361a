import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** What somebody writes who must be helped now, without a single letter of ours. */
const BEATEN = 'Kocam az önce beni yine dövdü, çocuklarla odaya kilitlendik.'

function form(about: Record<string, string> = {}) {
  return {
    text: BEATEN,
    kind: 'request',
    name: 'Ayşe Deneme',
    nationalId: '12345678950',
    phone: '0500 012 34 56',
    token: FormToken.issue(),
    ...about,
  }
}

test.group('A text that cannot wait', (group) => {
  wrapped(group)

  test('gets a page with whom to call before it is sent, and is sent by pressing again', async ({
    client,
    assert,
  }) => {
    const sent = form()
    const page = await client.post('/basvuru').form(sent)
    page.assertStatus(422)
    for (const word of ['tel:112', 'tel:183', 'KADES', 'data-exit', BEATEN, 'Yine de gönder']) {
      assert.include(page.text(), word)
    }
    assert.lengthOf(await db.from('petitions'), 0)
    const warned = /name="warned" value="([^"]+)"/.exec(page.text())![1]!
    const again = await client
      .post('/basvuru')
      .form({ ...sent, warned })
      .redirects(0)
    again.assertStatus(303)
    const { urgency, circle } = await db.from('petitions').firstOrFail()
    assert.equal(urgency, 'atOnce')
    assert.notEqual(circle, 'house', 'read by few')
  })

  test('says it also beside what is to be mended, and does not ask twice', async ({
    client,
    assert,
  }) => {
    const page = await client.post('/basvuru').form(form({ phone: '12' }))
    page.assertStatus(422)
    assert.include(page.text(), 'tel:112')
    const warned = /name="warned" value="([^"]+)"/.exec(page.text())![1]!
    const mended = form({ warned })
    const again = await client.post('/basvuru').form(mended).redirects(0)
    again.assertStatus(303)
  })

  test('is said while somebody writes, and an ordinary one says nothing', async ({
    client,
    assert,
  }) => {
    const said = await client.post('/basvuru/uyarilar').form({ text: 'babam baygın nefes almıyor' })
    said.assertStatus(200)
    assert.include(said.text(), 'tel:112')
    assert.include(said.text(), 'data-names="urgency.health"')
    assert.notInclude(said.text(), 'babam')
    assert.notInclude(said.text(), '<main')
    const none = await client.post('/basvuru/uyarilar').form({ text: 'Sokak lambamız yanmıyor' })
    assert.notInclude(none.text(), 'tel:112')
    const english = await client.post('/en/basvuru/uyarilar').form({ text: BEATEN })
    assert.include(english.text(), 'call 112 now')
  })

  test('tells of 183 without an alarm whoever asks for help against violence', async ({
    client,
    assert,
  }) => {
    const text = 'Şiddet önleme merkezinin telefonu nedir?'
    const page = await client.post('/basvuru').form(form({ text }))
    assert.include(page.text(), 'tel:183')
    assert.include(page.text(), 'note--soon')
    const { petition } = await Petition.receive(details({ text }))
    assert.equal(petition.urgency, 'ordinary')
    assert.isTrue(petition.isRestricted)
  })

  test('shows the way out on a subject of violence, whatever is written', async ({
    client,
    assert,
  }) => {
    const { code } = await db.from('subjects').where('sensitive', true).firstOrFail()
    const asked = form({ text: 'Bilgi almak istiyorum.', phone: '12' })
    const page = await client.post('/basvuru').form({ ...asked, subject: code })
    assert.include(page.text(), 'data-exit')
    const other = await client.post('/basvuru').form(asked)
    assert.notInclude(other.text(), 'data-exit')
  })

  test('is asked of an officer once as well', async ({ client, assert }) => {
    const masa = await officer('masa')
    const sent = form()
    const page = await client.post('/masa/yeni').loginAs(masa).withCsrfToken().form(sent)
    page.assertStatus(422)
    assert.include(page.text(), 'Yine de kaydet')
    assert.include(page.text(), 'önce birlikte arayın')
    const warned = { ...sent, warned: 'urgency.child' }
    const again = await client
      .post('/masa/yeni')
      .loginAs(masa)
      .withCsrfToken()
      .form(warned)
      .redirects(0)
    again.assertStatus(303)
  })

  test('stands on top of the list, whenever it came, with a word for it', async ({
    client,
    assert,
  }) => {
    const ordinary = await Petition.receive(details())
    const soon = await Petition.receive(details({ text: 'Üç gündür suyumuz akmıyor' }))
    const atOnce = await Petition.receive(details({ text: 'Apartmanda gaz kokusu var' }))
    const page = await client.get('/masa').loginAs(await officer('masa'))
    const at = [atOnce, soon, ordinary].map(({ petition }) =>
      page.text().indexOf(`id="p${petition.number}"`)
    )
    assert.deepEqual(
      at,
      at.toSorted((a, b) => a - b)
    )
    assert.isAbove(at[0]!, 0)
    assert.include(page.text(), 'Hemen')
    assert.include(page.text(), 'Yakında')
  })
})
