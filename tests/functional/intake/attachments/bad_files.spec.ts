import { createServer, connect, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import sharp from 'sharp'
import env from '#start/env'
import { AttachmentRounds } from '#intake'
import { Store, RESERVE } from '../../../../app/intake/attachments/store/store.ts'
import { BOUNDS } from '../../../../app/intake/attachments/checking/reencode.ts'
import { wrapped } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { officer } from '#tests/support/journey'
import { fields, send, TO } from './sent.ts'

const SILENT = { info() {}, error() {} }
const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

/** A PNG's head that says that it is so large; behind it stands nothing of the kind. */
async function huge(width: number, height: number, isInRounds = false) {
  const png = await sharp({
    create: { width: 8, height: 8, channels: 4, background: '#fff' },
  })
    .png({ progressive: isInRounds })
    .toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

test.group('A file that is none, or too much', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  const refused: Record<string, [() => Buffer | Promise<Buffer>, string]> = {
    'foto.jpg': [() => gzipSync(Buffer.alloc(5_000_000)), 'fotoğraf (JPEG'],
    'resim.svg': [() => Buffer.from(SVG), 'fotoğraf (JPEG'],
    'gizli.jpg': [() => Buffer.from(SVG), 'fotoğraf (JPEG'],
    'bos.pdf': [() => Buffer.alloc(0), 'içi boş'],
    'hic.bin': [() => Buffer.alloc(50 * 1024 * 1024), 'fotoğraf (JPEG'],
    'uzun.pdf': [() => Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), '10 MB’tan büyük'],
    'dev.png': [() => huge(30_000, 30_000), 'çok büyük'],
    'tur-tur.png': [() => huge(7_000, 7_000, true), 'çok büyük'],
    'yarim.png': [() => huge(7_000, 7_000), 'açılamadı'],
    'yarim.jpg': [async () => (await photo()).subarray(0, 200), 'açılamadı'],
    'sayfa.html': [() => Buffer.from('<script>alert(1)</script>%PDF-1.4'), 'fotoğraf (JPEG'],
  }
  for (const [name, [content, sentence]] of Object.entries(refused)) {
    test(`is refused with a sentence, and loses nothing: ${name}`, async ({ client, assert }) => {
      const form = fields({ attach: '1' })
      const page = await send(client, form, { [name]: await content(), 'iyi.pdf': PDF })
      page.assertStatus(422)
      assert.include(page.text(), sentence)
      for (const kept of [form.text, form.phone, form.token, 'iyi']) {
        assert.include(page.text(), kept)
      }
      assert.lengthOf(stored(), 1, 'the good one alone')
    })
  }

  test('that is two things at once is a picture alone', async ({ client, assert }) => {
    const polyglot = Buffer.concat([await photo(), Buffer.from(`PK\x03\x04${SVG}`)])
    await send(client, fields({ send: '1' }), { 'a.jpg': polyglot })
    const { number } = await db.from('petitions').firstOrFail()
    const { id } = await db.from('attachments').firstOrFail()
    const request = client.get(`/dosya/${number}/ek/${id}`).loginAs(await officer('sef'))
    request.request.responseType('blob')
    const shown: Buffer = (await request).body()
    assert.equal(shown.indexOf('script'), -1)
    assert.equal((await sharp(shown).metadata()).format, 'jpeg')
  })

  test('with a script in it is only taken home', async ({ client, assert }) => {
    const pdf = Buffer.concat([PDF, Buffer.from('2 0 obj << /JS (app.alert(1)) >> endobj')])
    await send(client, fields({ send: '1' }), { 'a.pdf': pdf })
    const { number } = await db.from('petitions').firstOrFail()
    const { id } = await db.from('attachments').firstOrFail()
    const request = client.get(`/dosya/${number}/ek/${id}`).loginAs(await officer('sef'))
    request.request.responseType('blob')
    const answer = await request
    assert.match(answer.header('content-disposition')!, /^attachment/)
    assert.include(answer.header('content-security-policy'), 'sandbox')
  })

  test('goes by a name that is one', async ({ client, assert }) => {
    await send(client, fields({ attach: '1' }), { '..\\..\\fatura\u202efdp.exe': PDF })
    const { name } = await db.from('attachments').firstOrFail()
    assert.equal(name, 'faturafdp')
  })

  test('is not kept when the disk is full; the petition is taken without it', async ({
    client,
    assert,
    cleanup,
  }) => {
    const usual = RESERVE.bytes
    cleanup(() => void (RESERVE.bytes = usual))
    RESERVE.bytes = Number.MAX_SAFE_INTEGER
    const form = fields({ send: '1' })
    const page = await send(client, form, { 'a.pdf': PDF })
    page.assertStatus(422)
    assert.include(page.text(), 'şu anda saklanamıyor')
    assert.include(page.text(), form.text)
    assert.lengthOf(stored(), 0)
    const sent = await send(client, form, {})
    sent.assertStatus(303)
  })

  test('leaves nothing when the disk is full in the middle of it', async ({ assert }) => {
    async function* source(pieces: number) {
      for (let piece = 0; piece < pieces; piece++) yield Buffer.alloc(100_000)
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    }
    for (let pieces = 0; pieces < 20; pieces++) {
      await assert.rejects(() => Store.keep(source(pieces % 2)))
    }
    assert.lengthOf(stored(), 0)
  })

  test('whose re-encoding takes too long is refused, and the next one goes on', async ({
    client,
    assert,
    cleanup,
  }) => {
    const usual = { ...BOUNDS }
    cleanup(() => void Object.assign(BOUNDS, usual))
    BOUNDS.time = 1
    const page = await send(client, fields({ attach: '1' }), { 'a.jpg': await photo() })
    assert.include(page.text(), 'çok büyük bir resim')
    Object.assign(BOUNDS, usual)
    const next = await send(client, fields({ attach: '1' }), { 'a.jpg': await photo() })
    next.assertStatus(200)
  })
})

test.group('Files on a line that breaks', (group) => {
  wrapped(group)
  const stored = withFilesFolder(group)

  test('are kept as far as they came, and are there when the form is sent once more', async ({
    client,
    assert,
  }) => {
    const form = fields({ attach: '1' })
    const files = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => photo({ red: 20 * index, width: 200 }))
    )
    for (let broken = 0; broken < 10; broken++) await breakingAt(broken, form, files)
    await until(async () => (await db.from('attachments').where('state', 'ready')).length === 9)
    await until(async () => stored().length === 9)
    const page = await send(client, form, {})
    page.assertStatus(200)
    assert.include(page.text(), 'name="attached" value="9"')
    assert.include(page.text(), form.text)
    await new AttachmentRounds(SILENT).round()
    assert.lengthOf(stored(), 9, 'and nothing else')
    const whole = Object.fromEntries(files.map((file, index) => [`${index}.jpg`, file]))
    const sent = await send(client, { ...form, send: '1' }, whole)
    sent.assertStatus(303)
    assert.lengthOf(await db.from('attachments').whereNotNull('petition_id'), 10)
  })
})

/** Sends the form with these files, and cuts the line in the middle of this one. */
async function breakingAt(broken: number, form: Record<string, string>, files: Buffer[]) {
  const mark = 'cizgi'
  const field = ([name, value]: [string, string]) =>
    `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = (index: number) =>
    `--${mark}\r\ncontent-disposition: form-data; name="files"; filename="${index}.jpg"\r\n\r\n`
  const parts = files.slice(0, broken + 1).map((file, index) => {
    const content = index === broken ? file.subarray(0, file.length / 2) : file
    const end = index === broken ? '' : '\r\n'
    return Buffer.concat([Buffer.from(head(index)), content, Buffer.from(end)])
  })
  const body = Buffer.concat([Buffer.from(Object.entries(form).map(field).join('')), ...parts])
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  const request = [
    `POST ${TO} HTTP/1.1`,
    'host: localhost',
    `content-type: multipart/form-data; boundary=${mark}`,
    `content-length: ${body.length + 100_000}`,
  ]
  await new Promise<void>((resolve) =>
    socket.write(Buffer.concat([Buffer.from(`${request.join('\r\n')}\r\n\r\n`), body]), () =>
      resolve()
    )
  )
  // What was sent is to be there before the line breaks; then what came is kept.
  const before = (await db.from('attachments')).length
  await new Promise((resolve) => setTimeout(resolve, 30))
  socket.resetAndDestroy()
  if (before < broken) await until(async () => (await db.from('attachments')).length >= broken)
}

async function until(isSo: () => Promise<boolean>) {
  for (let tries = 0; tries < 1500; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not come to that')
}

test.group('A scanner of files', (group) => {
  wrapped(group)
  withFilesFolder(group)
  const scanner = fakeScanner(group)

  test('is asked about each, and what it finds something in is shown to nobody', async ({
    client,
    assert,
  }) => {
    scanner.says = (content) =>
      content.includes('EICAR') ? 'stream: Test FOUND\0' : 'stream: OK\0'
    const bad = Buffer.concat([PDF, Buffer.from('EICAR')])
    const page = await send(client, fields({ attach: '1' }), { 'a.pdf': bad, 'b.pdf': PDF })
    page.assertStatus(422)
    assert.include(page.text(), 'zararlı yazılım')
    const rows = await db.from('attachments').orderBy('position')
    assert.deepEqual(
      rows.map(({ state, file }) => [state, file === null]),
      [
        ['refused', true],
        ['ready', false],
      ]
    )
  })

  const away: Record<string, (() => void) | string> = {
    'is not there': () => env.set('CLAMD', join(tmpdir(), 'kimse-yok.ctl')),
    'says nothing': '',
    'says no': 'INSTREAM size limit exceeded. ERROR\0',
    'says something else': 'stream: OK BUT NOT REALLY\0',
  }
  for (const [what, how] of Object.entries(away)) {
    test(`that ${what} holds the file back, and not the petition`, async ({ client, assert }) => {
      if (typeof how === 'string') scanner.says = () => how
      else how()
      const sent = await send(client, fields({ send: '1' }), { 'a.pdf': PDF })
      sent.assertStatus(303)
      const { number } = await db.from('petitions').firstOrFail()
      const { id, state } = await db.from('attachments').firstOrFail()
      assert.equal(state, 'waiting')
      const sef = await officer('sef')
      const shown = await client.get(`/dosya/${number}/ek/${id}`).loginAs(sef)
      shown.assertStatus(404)
      const card = await client.get(`/dosya/${number}`).loginAs(sef)
      assert.include(card.text(), 'henüz kontrol edilmedi')

      env.set('CLAMD', scanner.address)
      scanner.says = () => 'stream: OK\0'
      await db.from('attachments').update({ due_at: '2026-01-01 00:00:00' })
      await new AttachmentRounds(SILENT).round()
      const later = await client.get(`/dosya/${number}/ek/${id}`).loginAs(sef)
      later.assertStatus(200)
    })
  }
})

/** Speaks as clamd does, and says what it is told to. */
function fakeScanner(group: Parameters<typeof wrapped>[0]) {
  const scanner = { says: (_: string): string => 'stream: OK\0', address: '' }
  let server: Server
  group.setup(async () => {
    server = createServer((socket) => void listen(socket, scanner))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    scanner.address = `127.0.0.1:${(server.address() as { port: number }).port}`
    return () => void server.close()
  })
  group.each.setup(() => {
    env.set('CLAMD', scanner.address)
    scanner.says = () => 'stream: OK\0'
    return () => env.set('CLAMD', '')
  })
  return scanner
}

function listen(socket: Socket, scanner: { says(content: string): string }) {
  let came = Buffer.alloc(0)
  socket
    .on('error', () => {})
    .on('data', (piece: Buffer) => {
      came = Buffer.concat([came, piece])
      const content: Buffer[] = []
      let at = 'zINSTREAM\0'.length
      while (at + 4 <= came.length) {
        const length = came.readUInt32BE(at)
        if (length === 0) {
          return void socket.end(scanner.says(Buffer.concat(content).toString('latin1')))
        }
        content.push(came.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
}
