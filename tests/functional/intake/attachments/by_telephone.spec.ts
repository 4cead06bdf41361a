import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import env from '#start/env'
import { stamp } from '#shared/dates/stored'
import { AttachmentRounds, TelephonePage } from '#intake'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { heardLog } from '#tests/support/heard_log'
import { officer } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'
import { readBy } from '#tests/support/qr'
import { fields, filledIn, send } from './sent.ts'

const SILENT = { info() {}, error() {} }

/** The desk’s form once more, with a button pressed. */
async function press(client: ApiClient, form: Record<string, string>, button = {}) {
  const masa = await officer('masa')
  return send(client, { ...form, ...button }, {}, '/masa/dosya')
    .loginAs(masa)
    .withCsrfToken()
}

async function opened(client: ApiClient, form: Record<string, string>) {
  const page = await press(client, form, { telephone: 'open' })
  return (await readBy(page.text()))!.pathname
}

/** As a telephone sends it. */
function bring(client: ApiClient, path: string, files: Record<string, Buffer>) {
  return filledIn(client.post(path).redirects(0), {}, files)
}

async function ids(where: Record<string, unknown> = {}) {
  const rows = await db.from('attachments').where(where).orderBy('id')
  return rows.map(({ id }) => String(id))
}

test.group('The petitioner’s telephone brings files to the desk', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  test('by a code that a camera reads, and they are attached once they are accepted', async ({
    client,
    assert,
  }) => {
    const form = fields({ channel: 'desk' })
    const page = await press(client, form, { telephone: 'open' })
    page.assertStatus(200)
    assert.include(page.text(), form.text)
    const address = (await readBy(page.text()))!
    assert.match(address.pathname, /^\/telefon\/[\w-]{22}$/)

    const shown = await client.get(address.pathname)
    shown.assertStatus(200)
    for (const said of [form.text, form.name, form.token]) assert.notInclude(shown.text(), said)
    assert.equal(shown.header('cache-control'), 'no-store')
    assert.equal(shown.header('referrer-policy'), 'no-referrer')
    assert.isUndefined(shown.header('set-cookie'))
    assert.match(shown.text(), /kapanacağı saat: \d\d\.\d\d\./)

    const sent = await bring(client, address.pathname, { 'çukur.jpg': await photo(), 'b.pdf': PDF })
    sent.assertStatus(200)
    assert.include(sent.text(), '2 dosya görevliye ulaştı')
    const next = await client.get(address.pathname)
    assert.notInclude(next.text(), 'çukur', 'nothing of what came before')

    const listed = await press(client, form, { telephone: 'look' })
    for (const one of [sent, listed]) await assertValid(assert, one.text())
    for (const said of ['çukur', 'Telefondan 2 dosya geldi', form.text]) {
      assert.include(listed.text(), said)
    }
    assert.notInclude(listed.text(), 'name="attached"', 'not the form’s yet')

    const [picture, document] = await ids()
    const accepted = await press(client, form, { accept: picture! })
    assert.include(accepted.text(), 'name="attached" value="1"')
    const early = await press(client, form, { send: '1', attached: '1' })
    early.assertStatus(422)
    assert.include(early.text(), 'Kaydetmeden önce')
    assert.include(early.text(), form.text)
    await press(client, form, { refuse: document! })
    assert.lengthOf(stored(), 1)

    const saved = await press(client, form, { send: '1', attached: '1' })
    saved.assertStatus(303)
    const masa = await officer('masa')
    const rows = await db.from('attachments')
    const { id } = await db.from('petitions').firstOrFail()
    assert.deepEqual(
      rows.map((row) => [row.petition_id, row.name, row.officer_id]),
      [[id, 'çukur', masa.id]]
    )
  })

  test('all at once, and none twice', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    const path = await opened(client, form)
    for (const _ of [1, 2]) await bring(client, path, { 'a.pdf': PDF, 'b.jpg': await photo() })
    assert.lengthOf(await ids(), 2, 'the page used twice')
    await press(client, form, { accept: 'all' })
    await bring(client, path, { 'a.pdf': PDF })
    const page = await press(client, form, { accept: 'all' })
    assert.include(page.text(), 'name="attached" value="2"')
    assert.lengthOf(await ids(), 2)
    assert.lengthOf(stored(), 2)
  })

  test('no more than ten, and the rest waits for a place', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    const path = await opened(client, form)
    const some = (from: number, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${from + index}.pdf`,
          Buffer.concat([PDF, Buffer.from(`%${from + index}\n`)]),
        ])
      )
    const many = await bring(client, path, some(0, 11))
    many.assertStatus(422)
    assert.include(many.text(), 'en çok 10 dosya')
    assert.include(many.text(), '10 dosya görevliye ulaştı')
    await press(client, form, { accept: 'all' })
    await bring(client, path, some(20, 1))
    const full = await press(client, form, { accept: 'all' })
    full.assertStatus(422)
    assert.include(full.text(), 'Önce birini kaldırın')
    assert.lengthOf(await ids(), 11)
  })

  for (const [end, button] of [
    ['is closed', { telephone: 'close' }],
    ['is saved', { send: '1' }],
  ] as const) {
    test(`until the desk’s page ${end}: a sentence, and nothing is kept`, async ({
      client,
      assert,
    }) => {
      const form = fields({ channel: 'desk' })
      const path = await opened(client, form)
      const pressed = await press(client, form, button)
      assert.isBelow(pressed.status(), 400)
      const page = await client.get(path)
      page.assertStatus(410)
      assert.include(page.text(), 'Bu sayfa kapandı')
      const sent = await bring(client, path, { 'a.pdf': PDF })
      sent.assertStatus(410)
      assert.include(sent.text(), 'Şimdi gönderdiğiniz dosyalar alınmadı')
      assert.lengthOf(stored(), 0)
      assert.lengthOf(await ids(), 0)
    })
  }

  test('up to its last second', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    const path = await opened(client, form)
    const { expires_at: expires } = await db.from('telephone_pages').firstOrFail()
    const until = DateTime.fromJSDate(new Date(expires))
    const minutes = DateTime.fromSQL(String(stamp(until)), { zone: 'utc' }).diffNow('minutes')
    assert.approximately(minutes.minutes, 10, 0.1)
    const ends = async (seconds: number) => {
      const at = stamp(DateTime.utc().plus({ seconds }))
      await db.from('telephone_pages').update({ expires_at: at })
    }
    await ends(30)
    const last = await bring(client, path, { 'a.pdf': PDF })
    last.assertStatus(200)
    await ends(0)
    const late = await bring(client, path, { 'b.jpg': await photo() })
    late.assertStatus(410)
    assert.lengthOf(await ids(), 1)
    const listed = await press(client, form, { telephone: 'look' })
    assert.include(listed.text(), 'name="accept"', 'what came in time waits all the same')
    assert.isNull(await readBy(listed.text()))
    assert.notEqual(await opened(client, form), path)
  })

  test('one page for one form, however often it is asked for', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    const path = await opened(client, form)
    assert.equal(await opened(client, form), path)
    const wrong = await press(client, { ...form, phone: 'yanlış' }, { send: '1' })
    wrong.assertStatus(422)
    assert.equal((await readBy(wrong.text()))?.pathname, path, 'kept over a mistake')
    const other = await opened(client, fields({ channel: 'desk' }))
    assert.notEqual(other, path)
    await bring(client, other, { 'baska.pdf': PDF })
    const page = await press(client, form, { telephone: 'look', accept: 'all' })
    assert.notInclude(page.text(), 'baska')
  })

  test('to the address of the house, in the language of whoever has the telephone', async ({
    client,
    assert,
    cleanup,
  }) => {
    const usual = env.get('APP_URL')
    cleanup(() => env.set('APP_URL', usual ?? ''))
    env.set('APP_URL', 'https://acikkapi.example')
    const form = fields({ channel: 'desk', language: 'en' })
    const page = await press(client, form, { telephone: 'open' })
    assert.match(
      (await readBy(page.text()))!.href,
      /^https:\/\/acikkapi\.example\/en\/telefon\/[\w-]{22}$/
    )
  })

  test('nothing else: every other address says the same', async ({ client, assert }) => {
    const ended = await client.get(`/telefon/${'a'.repeat(22)}`)
    ended.assertStatus(410)
    assert.include(ended.text(), 'yeni bir kare kod isteyin')
    const sent = await bring(client, `/en/telefon/${'a'.repeat(22)}`, { 'a.pdf': PDF })
    sent.assertStatus(410)
    assert.include(sent.text(), 'This page is closed')
    assert.lengthOf(stored(), 0)
  })

  test('with a sentence for what is none, and for nothing', async ({ client, assert }) => {
    const path = await opened(client, fields({ channel: 'desk' }))
    const wrong = await bring(client, path, { 'a.exe': Buffer.from('MZ'), 'b.pdf': PDF })
    wrong.assertStatus(422)
    assert.include(wrong.text(), 'fotoğraf (JPEG')
    assert.include(wrong.text(), '1 dosya görevliye ulaştı')
    const nothing = await bring(client, path, {})
    nothing.assertStatus(422)
    assert.include(nothing.text(), 'Eklenecek dosyayı seçin')
  })

  test('to the officer who opened the page, as a part of it', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    const path = await opened(client, form)
    await bring(client, path, { 'çukur.jpg': await photo() })
    const { id } = await db.from('telephone_pages').firstOrFail()
    const ask = async (login: string) => {
      const asked = client.get(`/masa/telefon/${id}`).loginAs(await officer(login))
      return asked.header('hx-request-type', 'partial').redirects(0)
    }
    const part = await ask('masa')
    part.assertStatus(200)
    assert.include(part.text(), 'çukur')
    assert.notInclude(part.text(), '<main')
    assert.equal((await ask('sef')).status(), 404, 'not to another one')
    assert.equal((await ask('tarim')).status(), 403)
  })

  test('that the officer looks at before, and nobody else', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    await bring(client, await opened(client, form), { 'çukur.jpg': await photo() })
    const page = await press(client, form, { telephone: 'close' })
    const [path] = /\/masa\/telefon\/dosya\/\d+/.exec(page.text())!
    const look = async (login: string) => {
      const asked = client.get(path).loginAs(await officer(login))
      asked.request.responseType('blob')
      return asked.redirects(0)
    }
    const shown = await look('masa')
    shown.assertStatus(200)
    assert.equal(shown.header('content-type'), 'image/jpeg')
    assert.include(shown.header('content-security-policy'), 'sandbox')
    assert.equal((await look('sef')).status(), 404)
    await db.from('attachments').update({ state: 'waiting' })
    assert.equal((await look('masa')).status(), 404, 'not before it is checked')
    await db.from('attachments').update({ state: 'ready' })
    await press(client, form, { accept: 'all' })
    assert.equal((await look('masa')).status(), 404, 'it is the form’s now')
  })

  test('and what nobody accepted is gone within the hour', async ({ client, assert }) => {
    const form = fields({ channel: 'desk' })
    await bring(client, await opened(client, form), { 'a.pdf': PDF })
    const old = stamp(DateTime.utc().minus({ minutes: 61 }))
    await db.from('attachments').update({ created_at: old })
    await new AttachmentRounds(SILENT).round()
    assert.lengthOf(await ids(), 0)
    assert.lengthOf(stored(), 0)
  })

  test('by an address that stands in no row and no line of the log', async ({
    client,
    assert,
    cleanup,
  }) => {
    const lines = await heardLog({ cleanup })
    const path = await opened(client, fields({ channel: 'desk' }))
    const secret = path.split('/').at(-1)!
    await client.get(path)
    await bring(client, path, { 'a.pdf': PDF })
    await bring(client, path, { 'b.exe': Buffer.from('MZ') })
    const rows = await db.from('telephone_pages')
    assert.notInclude(JSON.stringify(rows), secret)
    const usual = TelephonePage.query
    cleanup(() => void (TelephonePage.query = usual))
    TelephonePage.query = () => {
      throw new Error(`no such page: ${path}`)
    }
    const failed = await client.get(path)
    failed.assertStatus(500)
    assert.isNotEmpty(lines)
    assert.notInclude(lines.join('\n'), secret)
  })
})
