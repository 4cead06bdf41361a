import db from '@adonisjs/lucid/services/db'
import { brotliCompressSync } from 'node:zlib'
import { test } from '@japa/runner'
import { wrapped } from '#tests/support/database'
import { rawRequest } from '#tests/support/raw_request'
import { district } from '#tests/support/databases/district'

const PAGES = [
  '/',
  '/basvuru',
  '/sorgula',
  '/aydinlatma',
  '/en',
  '/en/basvuru',
  '/en/sorgula',
  '/en/aydinlatma',
]

test.group('What a citizen opens', (group) => {
  wrapped(group)

  test('sets no cookie, asks the database nothing and writes nothing', async ({
    client,
    assert,
  }) => {
    await district()
    for (const path of PAGES) await client.get(path)
    const statements: string[] = []
    const hear = ({ sql }: { sql: string }) => statements.push(sql)
    db.connection().getReadClient().on('query', hear)
    for (const path of PAGES) {
      const page = await client.get(path)
      page.assertStatus(200)
      assert.isUndefined(page.header('set-cookie'), path)
    }
    db.connection().getReadClient().off('query', hear)
    assert.deepEqual(statements, [])
  })

  test('has a first page of at most 9 kB with its style, in one request: {$self}')
    .with([
      { path: '/', most: 9_000 },
      { path: '/basvuru', most: 12_000 },
      { path: '/sorgula', most: 9_000 },
    ])
    .run(async ({ client, assert }, { path, most }) => {
      const page = await client.get(path).header('accept-encoding', 'identity')
      const html = page.text()
      const sheet = await client.get(sheetOf(html)).header('accept-encoding', 'identity')
      assert.isBelow(
        brotliCompressSync(html).length + brotliCompressSync(sheet.text()).length,
        most
      )
      assert.match(html, /<style>/)
      // Asked for as for paper: nothing that is seen waits for it.
      assert.lengthOf([...html.matchAll(/<link[^>]+rel="stylesheet"/g)], 1)
      assert.match(html, /<link rel="stylesheet" media="print"/)
      for (const [script] of html.matchAll(/<script[^>]*>/g)) assert.match(script, /defer/)
    })

  test('carries the style of all that stands on it: {$self}')
    .with(['/', '/basvuru', '/sorgula', '/basvurularim', '/aydinlatma', '/en/basvuru'])
    .run(async ({ client, assert }, path) => {
      const html = (await client.get(path)).text()
      const style = /<style>([^]*?)<\/style>/.exec(html)![1]!
      const sheet = (await client.get(sheetOf(html))).text()
      const names = [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, list]) => list!.split(' '))
      const missing = names.filter((name) => {
        const rule = new RegExp(`\\.${name}(?![\\w-])`)
        return name && rule.test(sheet) && !rule.test(style)
      })
      // What stands in a rule for paper alone.
      assert.deepEqual(
        missing.filter((name) => !['keys', 'pages', 'no-print'].includes(name)),
        []
      )
    })

  test('carries no style twice: whoever comes from here has the sheet', async ({
    client,
    assert,
  }) => {
    const begun = (await client.get('/basvuru')).text()
    const sheet = sheetOf(begun)
    const kept = await client.get(sheet)
    assert.equal(kept.header('cache-control'), 'public, max-age=31536000, immutable')
    assert.include(kept.text(), '@media print')
    const style = /<style>([^]*?)<\/style>/.exec(begun)![1]!
    for (const rule of style.match(/[^{}]+\{[^{}]*\}/g)!) assert.include(kept.text(), rule)
    const host = `localhost:${process.env.PORT}`
    for (const referer of [`http://${host}/`, `http://${host}/sorgula?x=1`]) {
      const page = await client.get('/basvuru').header('host', host).header('referer', referer)
      assert.notInclude(page.text(), '<style>')
      assert.include(page.text(), `<link rel="stylesheet" href="${sheet}">`)
    }
    for (const referer of ['https://example.org/', `http://example.org/${host}`, 'x', '']) {
      const page = await client.get('/basvuru').header('host', host).header('referer', referer)
      assert.include(page.text(), '<style>', referer)
    }
  })

  test('goes out as it was packed once, with a token of everybody’s own: {$self}')
    .with(['br', 'gzip'])
    .run(async ({ client, assert }, encoding) => {
      for (const path of ['/', '/basvuru', '/en/basvuru']) {
        const [plain, one, other] = [
          await client.get(path).header('accept-encoding', 'identity'),
          await client.get(path).header('accept-encoding', encoding),
          await client.get(path).header('accept-encoding', encoding),
        ]
        assert.equal(one.header('content-encoding'), encoding)
        const [first, ...more] = [one, other, plain].map((page) => tokensIn(page.text()))
        assert.equal(first!.text, more[0]!.text)
        assert.equal(first!.text, more[1]!.text)
        const tokens = new Set([first!, ...more].flatMap((page) => page.tokens))
        assert.lengthOf([...tokens], path === '/' ? 0 : 3)
        if (path === '/') continue
        // Packed with the page, no word of it could be read.
        const raw = await rawRequest(path, ['Host: localhost', `Accept-Encoding: ${encoding}`])
        assert.match(raw.text, /[\da-z]+\.[\w-]{16}\.[\w-]{27}/)
        assert.notInclude(raw.text, '<form')
      }
    })

  test('is in two languages that lead to each other', async ({ client, assert }) => {
    const turkish = await client.get('/basvuru')
    assert.match(turkish.text(), /<html lang="tr"/)
    assert.include(turkish.text(), 'href="/en/basvuru"')
    const english = await client.get('/en/basvuru')
    assert.match(english.text(), /<html lang="en"/)
    assert.include(english.text(), 'href="/basvuru"')
  })

  test('says so when an address does not exist, in a page of the house', async ({
    client,
    assert,
  }) => {
    const page = await client.get('/boyle-bir-sayfa-yok')
    page.assertStatus(404)
    assert.include(page.text(), '<html lang="tr"')
    assert.notInclude(page.text(), 'Error')
  })

  test('opens a receipt for a quarter of an hour and for nobody who invents one', async ({
    client,
  }) => {
    const page = await client.get('/basvuru/alindi/gcm.uydurma.uydurma.uydurma')
    page.assertStatus(410)
  })
})

function tokensIn(html: string) {
  const token = /(?<=name="token" value=")[^"]*/g
  return { text: html.replace(token, ''), tokens: html.match(token) ?? [] }
}

function sheetOf(html: string) {
  return /<link rel="stylesheet"[^>]+href="(\/bicem\/[^"]+)"/.exec(html)![1]!
}
