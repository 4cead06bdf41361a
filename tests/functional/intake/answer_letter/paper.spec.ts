import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import sharp from 'sharp'
import { Catalogue } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, REFUSED } from '#tests/support/journey'
import { Poppler, unpacked } from '#tests/support/programs/poppler'
import { textIn } from '#tests/support/qr'
import { answered, lettersOn, lookedUp } from '#tests/support/response/answered'

/** Bytes that a letter may have. */
const LARGEST = 60_000
/** Every Turkish letter, long and short, and what officers type beside them. */
const TEXT = `Çığ düşen köy yolunuz 15 Mart 2027 günü onarılacak; “ışıklandırma” için ₺ 40.000 ayrıldı.

PİJAMALI HASTA YAĞIZ ŞOFÖRE ÇABUCAK GÜVENDİ: pijamalı hasta yağız şoföre çabucak güvendi.

Kâğıt, hâlâ ve hükûmet de okunur; İ, ı, Ğ, ğ, Ş, ş birbirine karışmaz.`
/** Some three pages. */
const LONG = Array.from({ length: 60 }, (_, at) => `${at + 1}. ${TEXT.split('\n')[0]}`).join('\n')

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** The letter of an answer, as its petitioner opens it. */
async function letterOf(client: ApiClient, draft: Parameters<typeof answered>[1]) {
  const one = await answered({}, draft)
  const [path] = lettersOn((await lookedUp(client, one)).text())
  const answer = await client.get(path!)
  answer.assertStatus(200)
  return { ...one, pdf: answer.body() as Buffer }
}

test.group('The letter of an answer, as a file', (group) => {
  group.each.skip(!Poppler.isInstalled, Poppler.MISSING)
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())
  group.each.timeout(30_000)

  test('says what was approved, letter by letter, as text and aloud', async ({
    client,
    assert,
  }) => {
    const { petition, step, pdf } = await letterOf(client, { ...GRANTED, text: TEXT })
    assert.include(flat(step.publicText!), flat(TEXT))
    const text = flat(await Poppler.asked(pdf, 'pdftotext', '-raw'))
    const tree = await Poppler.asked(pdf, 'pdfinfo', '-struct-text')
    const aloud = flat([...tree.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join(' '))
    for (const words of [step.publicText!, petition.text]) {
      assert.include(text, flat(words))
      assert.include(aloud, flat(words))
    }
  })

  test('has a tag tree with headings, its language, and words for its code', async ({
    client,
    assert,
  }) => {
    const { petition, pdf } = await letterOf(client, REFUSED)
    const inside = unpacked(pdf)
    const title = says('intake.answerLetter.title', { number: petition.shownNumber })
    for (const words of ['/StructTreeRoot', '/Lang (tr-TR)', '/Marked true', '<pdfuaid:part>1']) {
      assert.include(inside, words)
    }
    assert.notInclude(inside, '/CIDSet', 'none is asked for, and one must name every glyph')
    const info = await Poppler.asked(pdf, 'pdfinfo')
    assert.match(info, /^Tagged: +yes$/m)
    assert.include(info, title)
    const tree = await Poppler.asked(pdf, 'pdfinfo', '-struct-text')
    for (const role of ['Document', 'H1', 'H2', 'P', 'Figure']) {
      assert.match(tree, new RegExp(`^ *${role}\\b`, 'm'))
    }
    assert.isAtLeast(inside.match(/\/Alt /g)?.length ?? 0, 1)
    assert.match((await textIn(sharp(await Poppler.picture(pdf)))) ?? '', /^AK2\d{18}/)
  })

  test('holds its fonts and stays small, however long it is', async ({ client, assert }) => {
    for (const text of [TEXT, LONG]) {
      const { pdf } = await letterOf(client, { ...GRANTED, text })
      const fonts = (await Poppler.asked(pdf, 'pdffonts')).split('\n').slice(2).filter(Boolean)
      assert.lengthOf(fonts, 2)
      for (const font of fonts) assert.match(font, /\+Tinos-\w+ +CID TrueType +Identity-H +yes yes/)
      assert.isAtMost(pdf.length, LARGEST)
    }
  })

  test('stands as an official letter does: who writes, number, day, subject, reference', async ({
    client,
    assert,
  }) => {
    const { petition, step, pdf } = await letterOf(client, REFUSED)
    const text = await Poppler.asked(pdf, 'pdftotext', '-layout')
    const { authority } = await Catalogue.of(petition.authorityId)
    let from = 0
    for (const words of [
      ...['T.C.', authority.name.toLocaleUpperCase('tr')],
      ...['Sayı', petition.shownNumber, 'Konu', 'İlgi', petition.shownNumber],
      ...[REFUSED.text, says('intake.answerLetter.runs').slice(0, 30)],
    ]) {
      const at = text.indexOf(words, from)
      assert.isAbove(at, -1, words)
      from = at
    }
    const day = step.takenAt.setZone('Europe/Istanbul').setLocale('tr').toFormat('d MMMM yyyy')
    assert.match(text, new RegExp(`Sayı.*${petition.shownNumber} +${day}`))
  })
})
