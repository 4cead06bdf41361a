import { test } from '@japa/runner'
import fc from 'fast-check'

import { hear } from '../../../sms_centre/wire/air.ts'
import { normalised, SmsText, type Alphabet } from '../../../app/sms/encoding/sms_text.ts'

const ALPHABETS: Alphabet[] = ['plain', 'single', 'locking', 'ucs2']

/** What the product's own templates cost: text, septets, parts, parts in UCS-2. */
const TEMPLATES: [string, number, number, number][] = [
  [
    'Başvurunuz alındı. No: 26 0481 2075 Takip kodu: K7M4PX. En geç 02.12.2026 günü cevaplanacaktır. Kodu kimseyle paylaşmayınız. Açık Kapı',
    145,
    1,
    3,
  ],
  [
    '26 0481 2075 numaralı başvurunuz için ek bilgi gerekiyor. En geç 27.11.2026 gününe kadar Açık Kapı bürosuna başvurunuz. Açık Kapı',
    140,
    1,
    2,
  ],
  [
    'Açık Kapı doğrulama kodunuz: 482913. 5 dakika geçerlidir. Kodu kimseyle paylaşmayınız; görevliler bu kodu istemez.',
    122,
    1,
    2,
  ],
  [
    '26 0481 2075 numaralı başvurunuz çözüldü mü? Görüşünüzü takip kodunuzla bildirebilirsiniz. Katılım isteğe bağlıdır. Açık Kapı',
    138,
    1,
    2,
  ],
  ['26 0481 2075 numaralı başvurunuz isteğiniz üzerine geri çekildi. Açık Kapı', 81, 1, 2],
]

/** Every letter of the tables, and those that are in none of the same message. */
const LETTERS =
  'abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ 0123456789\n' +
  '@£$¥€_!"#¤%&\'()*+,-./:;<=>?^{}\\[~]|¡¿§ÄäÑñàéèùìòØøÅåÆæßÉΔΦΓΛΩΠΨΣΘΞ'

const turkishText = fc
  .array(fc.constantFrom(...LETTERS), { maxLength: 500 })
  .map((letters) => letters.join(''))

const anyText = fc.string({ unit: 'grapheme', maxLength: 400 })

/** What a telephone shows, and the proof that the parts can be told apart. */
function shown(text: SmsText) {
  return text.parts.map((part) => hear(part.esmClass, part.dataCoding, part.body))
}

test.group('SMS text', () => {
  for (const [what, texts] of [
    ['as Turks write', turkishText],
    ['whatever the world can type', anyText],
  ] as const) {
    test(`arrives as it was written, ${what}`, ({ assert }) => {
      fc.assert(
        fc.property(texts, fc.constantFrom('single', 'locking', 'ucs2'), (text, alphabet) => {
          const heard = shown(SmsText.encode(text, { alphabet: alphabet as Alphabet }))
          assert.equal(heard.map((part) => part.text).join(''), normalised(text))
        }),
        { numRuns: 300 }
      )
    })
  }

  test('knows every letter of its alphabet', ({ assert }) => {
    for (const letter of LETTERS) {
      const single = SmsText.encode(letter)
      assert.notEqual(single.alphabet, 'ucs2', letter)
      assert.equal(shown(single)[0]!.text, letter)
      const locking = SmsText.encode(`ş${letter}`, { alphabet: 'locking' })
      assert.equal(shown(locking)[0]!.text, `ş${letter}`)
    }
  })

  test('loses only its marks where the operator knows no Turkish', ({ assert }) => {
    const [part] = shown(SmsText.encode('Çağrı: şöyle, İĞNE, ILIK üç', { alphabet: 'plain' }))
    assert.equal(part!.text, 'Çagri: söyle, IGNE, ILIK üc')
    assert.equal(part!.alphabet, 'GSM-7')
  })

  test('numbers the parts of a long text and gives them one reference', ({ assert }) => {
    for (const alphabet of ALPHABETS) {
      const parts = shown(SmsText.encode('ış'.repeat(300), { alphabet, reference: 77 }))
      assert.isAbove(parts.length, 1)
      assert.deepEqual(
        parts.map(({ part }) => part),
        parts.map((_, index) => ({ reference: 77, of: parts.length, at: index + 1 }))
      )
    }
  })

  test('goes without a header when no letter needs a Turkish table', ({ assert }) => {
    for (const alphabet of ALPHABETS) {
      const text = SmsText.encode('Sonuç: görüşme yok'.replaceAll(/[çş]/g, 'c'), { alphabet })
      assert.equal(text.alphabet, 'plain')
      assert.equal(text.parts[0]!.esmClass, 0)
    }
  })

  test('turns to sixteen bits for a letter that no table has', ({ assert }) => {
    for (const alphabet of ALPHABETS) {
      const text = SmsText.encode('Teşekkürler 🙂', { alphabet })
      assert.equal(text.alphabet, 'ucs2')
      assert.equal(text.parts[0]!.dataCoding, 8)
      assert.equal(shown(text)[0]!.text, 'Teşekkürler 🙂')
    }
  })

  test('fills a message to its last letter and not one more', ({ assert }) => {
    const limits: [Alphabet, string, number, number][] = [
      ['plain', 'a', 160, 153],
      ['single', 'a', 155, 149],
      ['locking', 'a', 155, 149],
      ['ucs2', 'a', 70, 67],
    ]
    for (const [alphabet, letter, single, part] of limits) {
      const turkish = alphabet === 'plain' ? '' : 'ı'
      const own = alphabet === 'single' ? 2 : turkish.length
      const filled = (units: number) => turkish + letter.repeat(units - own)
      const parts = (units: number, suffix: number) =>
        SmsText.count(filled(units), { alphabet, suffix }).parts

      assert.equal(parts(single, 0), 1, alphabet)
      assert.equal(parts(single + 1, 0), 2, alphabet)
      assert.equal(parts(single - 5, 5), 1, alphabet)
      assert.equal(parts(single - 4, 5), 2, alphabet)
      assert.equal(parts(2 * part, 0), 2, alphabet)
      assert.equal(parts(2 * part + 1, 0), 3, alphabet)
      assert.equal(parts(2 * part - 5, 5), 2, alphabet)
      assert.equal(parts(2 * part - 4, 5), 3, alphabet)
    }
  })

  test('tears neither an escape nor an emoji apart', ({ assert }) => {
    const escapes = SmsText.encode('a' + 'ş'.repeat(200), { suffix: 0 })
    for (const { body } of escapes.parts) assert.notEqual(body.at(-1), 0x1b)
    assert.equal(escapes.parts[0]!.body.length, 9 + 149)
    assert.equal(escapes.parts[1]!.body.length, 9 + 148)

    const emojis = shown(SmsText.encode('a' + '🙂'.repeat(100)))
    for (const { text } of emojis) assert.isTrue(text.isWellFormed())
  })

  test('costs what the templates were calculated with', ({ assert }) => {
    for (const [text, septets, parts, wideParts] of TEMPLATES) {
      const counted = SmsText.count(text)
      assert.deepEqual([counted.units, counted.parts], [septets, parts], text)
      assert.equal(SmsText.count(text, { alphabet: 'ucs2' }).parts, wideParts, text)
    }
  })

  test('carries the header that the standard prescribes', ({ assert }) => {
    const bytes = (text: string, alphabet: Alphabet) =>
      SmsText.encode(text, { alphabet }).parts[0]!.body.toString('hex')

    assert.equal(bytes('ğĞıİşŞç€', 'single'), '03240101' + '1b671b471b691b491b731b531b631b65')
    assert.equal(bytes('ğĞıİşŞç€', 'locking'), '03250101' + '0c0b07401d1c6004')
    assert.equal(bytes('şı', 'ucs2'), '015f0131')
    assert.equal(SmsText.encode('ş').parts[0]!.esmClass, 0x40)
    assert.equal(SmsText.encode('ş').parts[0]!.dataCoding, 0)
  })

  test('makes plain what a word processor made fine', ({ assert }) => {
    assert.equal(normalised('“Vali’nin” kararı – bugün…'), '"Vali\'nin" kararı - bugün...')
    assert.equal(normalised('kâğıt, millî, sükûn'), 'kağıt, milli, sükun')
    assert.equal(normalised('s\u0327ikayet\u00a0var\u200b\r\nson\u001b'), 'şikayet var\nson')
  })

  test('stays as it is when it is made plain again', ({ assert }) => {
    const strange = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(strange, (text) => {
        const once = normalised(text)
        assert.equal(normalised(once), once)
      }),
      { numRuns: 300 }
    )
  })

  test('says no to a text that no header can number', ({ assert }) => {
    const endless = SmsText.encode('a'.repeat(153 * 255 + 1))
    assert.throws(() => endless.parts, /255 parts/)
  })
})
