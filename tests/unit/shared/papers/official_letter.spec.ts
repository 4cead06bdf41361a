import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import sharp from 'sharp'
import QRCode from 'qrcode'
import type { OfficialLetter } from '#shared/papers/official_letter'
import { printLetter } from '#shared/papers/print_letter'
import { printable } from '#shared/papers/printable'
import { Poppler, unpacked } from '#tests/support/programs/poppler'
import { textIn } from '#tests/support/qr'

const run = promisify(execFile)

const PARAGRAPH =
  'Çığ düşen köy yolunun ışıklandırılması için İl Özel İdaresine ödenek ayrılmıştır.'
const ADDRESS = 'https://kapi.example/sorgula?numara=2604812075'

/** A picture of runs, as a slip's code is one. */
function code() {
  const { modules } = QRCode.create(ADDRESS, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + 4} ${y + 4.5}h1`
  }
  return { path, side: modules.size + 8 }
}

function letter(about: Partial<OfficialLetter> = {}): OfficialLetter {
  return {
    title: 'Üst yazı: 26 0481 2075',
    lang: 'tr-TR',
    head: ['T.C.', 'EDREMİT KAYMAKAMLIĞI', 'Açık Kapı Bürosu'],
    number: 'E-42/17',
    date: '2 Aralık 2026',
    topic: 'Köy yolu',
    to: 'EDREMİT BELEDİYE BAŞKANLIĞI',
    references: ['23 Kasım 2026 tarihli ve 26 0481 2075 numaralı başvuru.'],
    paragraphs: [PARAGRAPH, 'Gereğini rica ederim.'],
    signature: { name: 'Ali Örnek', title: 'Kaymakam' },
    annexes: ['Başvuru metni', 'yağmur şöyle.jpg'],
    foot: ['Edremit Kaymakamlığı', 'Cumhuriyet Meydanı 1 · 0266 000 00 00'],
    code: code(),
    enclosed: [
      { title: 'Ek 1: Başvuru metni', facts: [['Yer', 'Zeytinli']], paragraphs: ['Yol bozuk.'] },
    ],
    words: {
      number: 'Sayı',
      topic: 'Konu',
      reference: 'İlgi',
      annexes: 'Ek (2):',
      code: 'Kare kod: sorgulama adresi',
      pageOf: 'Sayfa {page} / {pages}',
    },
    ...about,
  }
}

test.group('An official letter as a PDF', (group) => {
  group.each.skip(!Poppler.isInstalled, Poppler.MISSING)
  group.each.timeout(30_000)

  test('says its title and language, and that it is tagged', async ({ assert }) => {
    const pdf = await printLetter(letter())
    const info = await Poppler.asked(pdf, 'pdfinfo')
    assert.match(info, /^Tagged: +yes$/m)
    assert.match(info, /^Title: +Üst yazı: 26 0481 2075$/m)
    const inside = unpacked(pdf)
    for (const word of ['/Lang (tr-TR)', '/DisplayDocTitle true', '<pdfuaid:part>1']) {
      assert.include(inside, word)
    }
  })

  test('has every text in its tag tree, in the order in which it is read', async ({ assert }) => {
    const pdf = await printLetter(letter())
    const tree = await Poppler.asked(pdf, 'pdfinfo', '-struct-text')
    const told = letter()
    const inOrder = [
      ...told.head,
      ...['Sayı : E-42/17', told.date!, 'Konu : Köy yolu', told.to, 'İlgi : 23 Kasım 2026'],
      ...['ışıklandırılması', 'Gereğini', 'Ali Örnek', 'Kaymakam', 'Ek (2):', '1- Başvuru metni'],
      ...[
        '2- yağmur şöyle.jpg',
        ...told.foot,
        'Ek 1: Başvuru metni',
        'Yer: Zeytinli',
        'Yol bozuk.',
      ],
    ]
    let from = 0
    for (const words of inOrder) {
      const at = tree.indexOf(words, from)
      assert.isAbove(at, -1, words)
      from = at
    }
    for (const role of ['Document', 'H1', 'H2', 'LBody', 'Figure']) {
      assert.match(tree, new RegExp(`^ *${role}\\b`, 'm'))
    }
    // Whatever a reader would say aloud, and nothing besides but the pages' numbers.
    const all = wordsIn(await Poppler.asked(pdf, 'pdftotext', '-raw'))
    const numbers = ['Sayfa 1 / 2', 'Sayfa 2 / 2'].join(' ')
    assert.sameMembers(all, [...wordsIn(textOf(tree)), ...wordsIn(numbers)])
  })

  test('gives its Turkish back letter by letter', async ({ assert }) => {
    const text = await Poppler.asked(await printLetter(letter()), 'pdftotext', '-raw')
    assert.include(text.replaceAll(/\s+/g, ' '), PARAGRAPH)
    const alphabet = 'abcçdefgğhıijklmnoöprsştuüvyz ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ âîû ÂÎÛ “” ’ · ₺'
    // Also the second one: both are written with the same font in memory.
    for (const letters of ['İÖŞ ğüç', alphabet]) {
      const every = await printLetter(letter({ paragraphs: [letters] }))
      const back = await Poppler.asked(every, 'pdftotext', '-raw')
      assert.include(back.replaceAll(/\s+/g, ' '), letters)
    }
  })

  test('holds its fonts as far as they are used, and stays small', async ({ assert }) => {
    const pdf = await printLetter(letter())
    const fonts = (await Poppler.asked(pdf, 'pdffonts')).split('\n').slice(2).filter(Boolean)
    assert.lengthOf(fonts, 2)
    for (const font of fonts) {
      assert.match(font, /\+Tinos-\w+ +CID TrueType +Identity-H +yes yes yes/)
    }
    const long = await printLetter(
      letter({ paragraphs: Array.from({ length: 40 }, () => PARAGRAPH) })
    )
    for (const one of [pdf, long]) assert.isBelow(one.length, 60_000)
  })

  test('has a code that a telephone reads, and words for whoever sees none', async ({ assert }) => {
    const pdf = await printLetter(letter())
    assert.equal(await textIn(sharp(await Poppler.picture(pdf))), ADDRESS)
    assert.include(unpacked(pdf), '/Alt (Kare kod: sorgulama adresi)')
  })

  test('leaves room for what is not known yet', async ({ assert }) => {
    const open = letter({
      number: null,
      date: null,
      signature: { name: null, title: null },
      code: null,
    })
    const text = await Poppler.asked(await printLetter(open), 'pdftotext', '-layout')
    assert.match(text, /Sayı : \.{20,}.* \.{5} \/ \.{5} \/ \.{10}/)
    assert.lengthOf(text.match(/^ +\.{20,}$/gm) ?? [], 2)
  })

  test('goes on on the next page, its foot on the first letter’s last', async ({ assert }) => {
    const long = letter({ paragraphs: Array.from({ length: 60 }, () => PARAGRAPH) })
    const pdf = await printLetter(long)
    assert.match(await Poppler.asked(pdf, 'pdfinfo'), /^Pages: +[4-9]$/m)
    const tree = await Poppler.asked(pdf, 'pdfinfo', '-struct-text')
    assert.lengthOf(tree.match(/Çığ düşen/g) ?? [], 60)
  })
})

test.group('The thread that prints', () => {
  test('is begun before its first letter, and keeps no process alive', async ({ assert }) => {
    const path = new URL('../../../../app/shared/papers/print_letter.ts', import.meta.url).href
    const script = `const { warmUp } = await import('${path}'); warmUp(); console.log('begun')`
    const args = ['--import=@poppinss/ts-exec', '--input-type=module', '--eval', script]
    // Whoever is still alive then is ended, which is an error.
    const { stdout } = await run(process.execPath, args, { timeout: 20_000 })
    assert.equal(stdout.trim(), 'begun')
  }).timeout(30_000)
})

test.group('What a paper has letters for', () => {
  test('is composed, and what it has none for is a box', ({ assert }) => {
    assert.equal(printable('s\u0327 👍 ا\u200b\r\nyeni'), 'ş □ □\nyeni')
    assert.equal(printable('ŞĞİıçöü\t“tırnak” 5 ₺'), 'ŞĞİıçöü “tırnak” 5 ₺')
  })
})

/** What the tag tree says, without its roles. */
function textOf(tree: string) {
  return [...tree.matchAll(/^ *"(.*)"$/gm)].map(([, text]) => text).join(' ')
}

function wordsIn(text: string) {
  return text.split(/\s+/).filter(Boolean)
}
