import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { SharedPage } from '#shared/packing/shared_page'

const MARK = 'each-visitor-gets-a-word'
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync }
const ENCODINGS = Object.keys(UNPACK) as (keyof typeof UNPACK)[]

const wordOf = (length: number) => randomBytes(length).toString('base64url').slice(0, length)

test.group('A page that is packed once', () => {
  test('is the same page with everybody’s own word in it: {$self}')
    .with(ENCODINGS)
    .run(async ({ assert }, encoding) => {
      const text = fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 300 }),
          fc.constantFrom(
            '<p class="field">',
            'value="" çığ ',
            'aaaaaaaaa">bbbbb',
            '\u0001\u000f\u0010',
            '<input>'.repeat(40)
          )
        ),
        { minLength: 2, maxLength: 5 }
      )
      let many = 0
      await fc.assert(
        fc.asyncProperty(text, fc.integer({ min: 1, max: 100 }), async (said, length) => {
          const texts = said.map((one) => `">${one}<input name="token" value="`)
          const page = new SharedPage(texts.join(MARK), MARK)
          for (const word of [wordOf(length), wordOf(length)]) {
            const packed = await page.packed(encoding, word)
            // Now and then a piece leans on what stood in a word's place: it is packed as it comes.
            if (!packed) continue
            many++
            assert.equal(UNPACK[encoding](packed).toString(), texts.join(word))
          }
        }),
        { numRuns: 400 }
      )
      assert.isAbove(many, 760)
    })

  test('is packed whole, smaller than as it comes, with no word to put in: {$self}')
    .with(ENCODINGS)
    .run(async ({ assert }, encoding) => {
      const text = '<li class="line">Başvurunuz alındı</li>\n'.repeat(300)
      const page = new SharedPage(text, MARK)
      const packed = (await page.packed(encoding, wordOf(50)))!
      assert.isBelow(packed.length, text.length / 10)
      assert.equal(UNPACK[encoding](packed).toString(), text)
    })

  test('does not lean on a word that stands in it several times: {$self}')
    .with(ENCODINGS)
    .run(async ({ assert }, encoding) => {
      const form = (word: string) =>
        `<form><input name="token" value="${word}"><button>Gönder</button></form>\n`
      const page = new SharedPage(form(MARK).repeat(5), MARK)
      const word = wordOf(51)
      const packed = await page.packed(encoding, word)
      assert.isNotNull(packed)
      assert.equal(UNPACK[encoding](packed!).toString(), form(word).repeat(5))
      assert.isNull(await page.packed(encoding, wordOf(52)), 'a word of another length')
    })
})
