import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { cleanName } from '../../../../app/intake/attachments/clean_name.ts'
import { BrokenSeal, opening, sealing } from '../../../../app/intake/attachments/store/sealing.ts'

const NAME = '2026/11/29/0123456789abcdef0123456789abcdef'
const CHUNK = 64 * 1024
const HEAD = 36
const SEALED = CHUNK + 16

async function* inPieces(bytes: Buffer, length = 1000) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function all(source: AsyncIterable<Buffer>) {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece)
  return Buffer.concat(pieces)
}

const sealed = (bytes: Buffer) => all(sealing(NAME)(inPieces(bytes)))
const opened = (bytes: Buffer, name = NAME) => all(opening(name)(inPieces(bytes, 777)))

test.group('A file at rest', () => {
  for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK]) {
    test(`of ${length} bytes is what it was`, async ({ assert }) => {
      const bytes = randomBytes(length)
      const kept = await sealed(bytes)
      assert.isTrue(bytes.equals(await opened(kept)))
      if (length > 16) assert.equal(kept.indexOf(bytes.subarray(0, 16)), -1)
    })
  }

  test('is broken when anything of it is changed, moved, left out or cut off', async ({
    assert,
  }) => {
    const kept = await sealed(randomBytes(3 * CHUNK))
    const chunk = (place: number) =>
      kept.subarray(HEAD + place * SEALED, HEAD + (place + 1) * SEALED)
    const head = kept.subarray(0, HEAD)
    const flipped = (at: number) => {
      const other = Buffer.from(kept)
      other[at]! ^= 1
      return other
    }
    const broken: Record<string, Buffer> = {
      'another mark': flipped(0),
      'another salt': flipped(10),
      'a bit': flipped(HEAD + 5),
      'its end': flipped(kept.length - 1),
      'two chunks changed places': Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),
      'the first is gone': Buffer.concat([head, chunk(1), chunk(2)]),
      'the last is gone': Buffer.concat([head, chunk(0), chunk(1)]),
      'more behind it': Buffer.concat([kept, chunk(0)]),
      'a head alone': head,
      'nothing': Buffer.alloc(0),
    }
    for (const [what, bytes] of Object.entries(broken)) {
      const error = await opened(bytes).catch((thrown: unknown) => thrown)
      assert.instanceOf(error, BrokenSeal, what)
    }
  })

  test('opens under its own name alone', async ({ assert }) => {
    const kept = await sealed(Buffer.from('dilekçe'))
    const error = await opened(kept, NAME.replace('29', '30')).catch((thrown: unknown) => thrown)
    assert.instanceOf(error, BrokenSeal)
  })
})

test.group('What a file is called', () => {
  for (const [sent, name] of Object.entries({
    'çukur.jpg': 'çukur',
    '../../etc/passwd': 'passwd',
    'C:\\Users\\ayse\\dilekce.pdf': 'dilekce',
    'fatura\u202egpj.exe': 'faturagpj',
    'a\u0000b\r\nc.png': 'ab c',
    '.htaccess': 'htaccess',
    '<img src=x onerror="a">.jpg': 'img src x onerror a',
    '   ': 'dosya',
    '\u202e.pdf': 'dosya',
    ['ğ'.repeat(400) + '.pdf']: 'ğ'.repeat(80),
  })) {
    test(`${JSON.stringify(sent).slice(0, 30)}`, ({ assert }) => {
      assert.equal(cleanName(sent, 'dosya'), name)
    })
  }
})
