import { readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { FormToken } from '../../../../app/intake/form/form_token.ts'
import { fields, send } from './sent.ts'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { officer } from '#tests/support/journey'

test.group('A citizen attaches what there is to show', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  test('has a place for files when it is asked for, with everything typed still there', async ({
    client,
    assert,
  }) => {
    const form = fields({ text: 'Uzun bir metin.', phone: 'yanlış' })
    const page = await client.post('/basvuru').form({ ...form, attach: '1' })
    page.assertStatus(200)
    for (const kept of ['enctype="multipart/form-data"', 'Uzun bir metin.', 'yanlış', form.token]) {
      assert.include(page.text(), kept)
    }
    assert.include((await client.get('/basvuru')).text(), 'name="attach"')
  })

  test('sees what arrived on the form, and sends it with the petition', async ({
    client,
    assert,
  }) => {
    const form = fields()
    const sent = await send(
      client,
      { ...form, attach: '1' },
      {
        'çukur.jpg': await photo(),
        'dilekçe.pdf': PDF,
      }
    )
    sent.assertStatus(200)
    for (const shown of ['çukur', 'dilekçe', form.text, 'name="attached" value="2"']) {
      assert.include(sent.text(), shown)
    }
    assert.lengthOf(await db.from('petitions'), 0)
    const received = await send(client, { ...form, attached: '2', send: '1' }, {})
    received.assertStatus(303)
    const petition = await db.from('petitions').firstOrFail()
    const rows = await db.from('attachments').orderBy('position')
    assert.deepEqual(
      rows.map((row) => [row.petition_id, row.state, row.kind, row.name]),
      [
        [petition.id, 'ready', 'jpeg', 'çukur'],
        [petition.id, 'ready', 'pdf', 'dilekçe'],
      ]
    )
    assert.lengthOf(stored(), 2)
  })

  test('sends files and petition in one go', async ({ client, assert }) => {
    const sent = await send(client, fields({ send: '1' }), { 'a.pdf': PDF })
    sent.assertStatus(303)
    assert.lengthOf(await db.from('attachments').whereNotNull('petition_id'), 1)
  })

  test('is read on the card, upright, small and without where it was taken', async ({
    client,
    assert,
  }) => {
    const taken = await photo({ width: 3000, height: 1500 })
    assert.isDefined((await sharp(taken).metadata()).exif)
    await send(client, fields({ send: '1' }), { 'a.jpg': taken, 'b.pdf': PDF })
    const { number } = await db.from('petitions').firstOrFail()
    const sef = await officer('sef')
    const card = await client.get(`/dosya/${number}`).loginAs(sef)
    const [picture, document] = [...card.text().matchAll(/\/dosya\/\d+\/ek\/\d+/g)].map(
      ([one]) => one
    )
    const looked = (await db.from('views')).length
    const request = client.get(picture!).loginAs(sef)
    request.request.responseType('blob')
    const shown = await request
    shown.assertStatus(200)
    const { width, height, exif, format } = await sharp(shown.body()).metadata()
    assert.deepEqual(
      { width, height, exif, format },
      {
        width: 1024,
        height: 2048,
        exif: undefined,
        format: 'jpeg',
      }
    )
    assert.equal(shown.header('content-type'), 'image/jpeg')
    assert.equal(shown.header('cache-control'), 'no-store')
    assert.equal(shown.header('x-content-type-options'), 'nosniff')
    assert.include(shown.header('content-security-policy'), 'sandbox')
    assert.lengthOf(await db.from('views'), looked + 1)
    const other = client.get(document!).loginAs(sef)
    other.request.responseType('blob')
    const home = await other
    assert.isTrue(PDF.equals(home.body()), 'as it was')
    assert.match(home.header('content-disposition')!, /^attachment/)
  })

  test('opens to nobody who does not see the petition', async ({ client, assert }) => {
    await send(client, fields({ send: '1' }), { 'b.pdf': PDF })
    const { number } = await db.from('petitions').firstOrFail()
    const { id } = await db.from('attachments').firstOrFail()
    const path = `/dosya/${number}/ek/${id}`
    const stranger = await client
      .get(path)
      .loginAs(await officer('tarim'))
      .redirects(0)
    stranger.assertStatus(404)
    const nobody = await client.get(path).redirects(0)
    assert.notEqual(nobody.status(), 200)
    const sef = await officer('sef')
    await db.from('attachments').update({ state: 'waiting' })
    const unchecked = await client.get(path).loginAs(sef)
    unchecked.assertStatus(404)
    assert.include(
      (await client.get(`/dosya/${number}`).loginAs(sef)).text(),
      'henüz kontrol edilmedi'
    )
  })

  test('lies on the disk as nothing that anybody reads', async ({ client, assert }) => {
    await send(client, fields({ attach: '1' }), { 'b.pdf': PDF })
    const [path] = stored()
    assert.notInclude(readFileSync(path!).toString('latin1'), 'PDF')
    assert.notInclude(path!, '.pdf')
  })

  test('takes a file back', async ({ client, assert }) => {
    const form = fields()
    await send(client, { ...form, attach: '1' }, { 'b.pdf': PDF })
    const { id } = await db.from('attachments').firstOrFail()
    const other = await send(client, fields({ remove: String(id) }), {})
    other.assertStatus(200)
    assert.lengthOf(stored(), 1, 'not another form’s')
    const page = await send(client, { ...form, remove: String(id) }, {})
    assert.notInclude(page.text(), 'name="attached"')
    assert.lengthOf(stored(), 0)
    assert.lengthOf(await db.from('attachments'), 0)
  })

  test('has each file once, however often the page is sent', async ({ client, assert }) => {
    const form = fields({ attach: '1' })
    for (const _ of [1, 2]) await send(client, form, { 'b.pdf': PDF })
    assert.lengthOf(await db.from('attachments'), 1)
    assert.lengthOf(stored(), 1)
  })

  test('gets a sentence for the eleventh file, and ten are kept', async ({ client, assert }) => {
    const form = fields({ attach: '1' })
    const some = (count: number, from = 0) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${from + index}.pdf`,
          Buffer.concat([PDF, Buffer.from(`%${from + index}\n`)]),
        ])
      )
    const first = await send(client, form, some(6))
    first.assertStatus(200)
    const second = await send(client, form, some(6, 6))
    second.assertStatus(422)
    assert.include(second.text(), 'en çok 10 dosya')
    assert.include(second.text(), form.text)
    assert.lengthOf(await db.from('attachments'), 10)
    assert.lengthOf(stored(), 10)
  })

  test('is told when files were gone before the form was sent', async ({ client, assert }) => {
    const form = fields({ attached: '1', send: '1' })
    const page = await send(client, form, {})
    page.assertStatus(422)
    assert.include(page.text(), 'bir saatten uzun bekledi')
    assert.include(page.text(), form.text)
    assert.lengthOf(await db.from('petitions'), 0)
  })

  test('does one thing with an old form: gives it back', async ({ client, assert }) => {
    const form = fields({ token: FormToken.issue(Date.now() - 13 * 3_600_000), attach: '1' })
    const page = await send(client, form, { 'b.pdf': PDF })
    page.assertStatus(422)
    assert.include(page.text(), form.text)
    assert.lengthOf(stored(), 0)
  })
})
