import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { photo, withFilesFolder } from '#tests/support/files'
import { TextBrowser } from '#tests/support/programs/text_browser'
import { fields, send } from './sent.ts'

const HOME = `http://${process.env.HOST}:${process.env.PORT}`
/** Short: of a long line w3m shows the beginning. */
const WORDS = 'Kaldirimda cukur.'

/** The same pages as the browser sees them, for the order of what stands on them. */
async function pages(client: ApiClient) {
  const form = fields({ text: WORDS })
  const file = { 'cukur.jpg': await photo({ red: 1 }) }
  return {
    empty: (await client.get('/basvuru')).text(),
    open: (await client.post('/basvuru').form({ ...form, attach: '1' })).text(),
    listed: (await send(client, { ...form, attach: '1' }, file)).text(),
    lookUp: (await client.get('/sorgula')).text(),
  }
}

test.group('In a browser of words alone', (group) => {
  wrapped(group)
  withFilesFolder(group)
  group.tap((one) => one.skip(!TextBrowser.isInstalled, TextBrowser.MISSING).timeout(90_000))

  for (const name of ['w3m', 'lynx'] as const) {
    test(`a citizen attaches a photograph, sends the petition and looks it up: ${name}`, async ({
      client,
      assert,
      cleanup,
    }) => {
      const known = await pages(client)
      await db.from('attachments').delete()
      const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-photo-'))
      cleanup(() => rmSync(folder, { recursive: true }))
      writeFileSync(join(folder, 'cukur.jpg'), await photo())

      const browser = new TextBrowser(name, `${HOME}/basvuru`)
      cleanup(() => browser.close())
      await browser.opened()
      await browser.write(known.empty, 'name="text"', WORDS)
      await browser.write(known.empty, 'name="name"', 'Ayse Deneme')
      await browser.press(known.empty, 'name="noNationalId"')
      await browser.write(known.empty, 'name="phone"', '05000123456')
      await browser.press(known.empty, 'name="attach"')
      await browser.opened()
      await browser.attach(known.open, join(folder, 'cukur.jpg'), 'name="attach"')
      await browser.opened()
      const { state, petition_id: sentAlready } = await db.from('attachments').firstOrFail()
      assert.deepEqual([state, sentAlready], ['ready', null])
      const listed = await browser.page()
      for (const said of ['cukur', WORDS, 'Ayse Deneme']) assert.include(listed, said, listed)
      await browser.press(known.listed, 'class="button button--large"')
      await browser.opened()

      const receipt = await browser.page()
      const petition = await db.from('petitions').firstOrFail()
      const { petition_id: id } = await db.from('attachments').firstOrFail()
      assert.equal(id, petition.id)
      const [number] = /\d\d\s\d{4}\s\d{4}/.exec(receipt) ?? []
      const [, secret] = /Takip kodunuz\s+(\S{6})/.exec(receipt) ?? []
      assert.equal(number?.replace(/\s/g, ''), petition.number, receipt)

      const later = new TextBrowser(name, `${HOME}/sorgula`)
      cleanup(() => later.close())
      await later.opened()
      await later.write(known.lookUp, 'name="number"', petition.number)
      await later.write(known.lookUp, 'name="secret"', secret!)
      await later.press(known.lookUp, 'type="submit"')
      await later.opened()
      assert.include(await later.page(), 'Alındı')
    })
  }
})
