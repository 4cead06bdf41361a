import { test } from '@japa/runner'
import { readList } from '#database/tsv'
import { Stock } from '#response'
import {
  filledIn,
  openPlace,
  wrongWithPlaces,
} from '../../../app/response/ready_texts/placeholders.js'

test.group('The places of a ready text', () => {
  const wrong = (text: string) => wrongWithPlaces('text', text)?.rule ?? null

  test('are those that can be filled in, and no others', ({ assert }) => {
    assert.isNull(
      wrong('{sayin},\n\n{gun} tarihli, {numara} sayılı başvurunuz. İlgili birim: {birim}.')
    )
    assert.equal(wrong('{ad} için'), 'unknownPlace')
    assert.equal(wrong('{Sayin}'), 'unknownPlace')
    assert.equal(wrong('{}'), 'unknownPlace')
    assert.isNull(wrong('Ölçü: 5 { 6'))
  })

  test('carry no suffix, which would be right of one word and wrong of the next', ({ assert }) => {
    for (const text of ['{birim}’ne', "{birim}'nün", '{mahalle}de', '{makam}`a', '{konu}‘yu']) {
      assert.equal(wrong(`Başvurunuz ${text} gönderildi.`), 'suffix', text)
    }
    assert.isNull(wrong('“{birim}” birimi; {gun}, {numara}. ({mahalle})'))
  })

  test('stay where nothing is known, and an answer with one is not finished', ({ assert }) => {
    const text = filledIn('{numara}: {mahalle}, {bilinmeyen}', { numara: '26', mahalle: null })
    assert.equal(text, '26: {mahalle}, {bilinmeyen}')
    assert.equal(openPlace(text), '{mahalle}')
    assert.equal(openPlace('Yol ___ günü onarılacak.'), '___')
    assert.isNull(openPlace('Süslü {ayraç} ve alt_çizgi'))
  })
})

test.group('The ready texts that an authority begins with', () => {
  test('have known places, both languages and a subject that there is', ({ assert }) => {
    const texts = readList<'subject' | 'title' | 'text' | 'text_en'>('ready_texts')
    const codes = readList<'code'>('subjects').map(({ code }) => code)
    assert.isAtLeast(texts.length, 12)
    for (const { subject, title, text, text_en: english } of texts) {
      for (const words of [text, english]) {
        assert.isNull(wrongWithPlaces('text', words), title)
        assert.isAbove(words.length, 40, title)
      }
      assert.include(['', ...codes], subject)
    }
  })
})

test.group('Where one can go with an answer', () => {
  for (const locale of ['tr', 'en']) {
    test(`is said by kind and outcome, each with its law: ${locale}`, ({ assert }) => {
      const stock = new Stock(locale)
      const laws = {
        request: '2577',
        tipOff: '2577',
        informationRequest: '4982',
        dataRequest: '6698',
      }
      for (const [kind, law] of Object.entries(laws)) {
        const all = stock.remedies(kind)
        assert.sameMembers(Object.keys(all), ['refused', 'partlyGranted', 'inadmissible'])
        assert.lengthOf([...new Set(Object.values(all))], 3)
        for (const [outcome, text] of Object.entries(all)) {
          assert.include(text, law, `${kind} ${outcome}`)
          assert.include(text, 'Kamu Denetçiliği')
        }
      }
      assert.include(stock.remedy('informationRequest', 'refused'), 'Bilgi Edinme Değerlendirme')
      assert.include(stock.remedy('dataRequest', 'refused'), 'Kişisel Verileri Koruma')
      assert.equal(stock.remedy('request', 'granted'), stock.remedy('request'))
    })
  }
})
