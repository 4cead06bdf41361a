import { test } from '@japa/runner'
import { givingAway } from '../../../app/intake/striking/giving_away.ts'
import { strike } from '../../../app/intake/striking/strike.ts'

const TEXT = 'Ben Ayşe’yim, 3. katta otururum.\nMuhtar kömürü satıyor; Ayşe gördü.'

test.group('Words are struck out of a text', () => {
  test('and leave a mark for each gap', ({ assert }) => {
    const copy = 'katta otururum.\nMuhtar kömürü satıyor; gördü.'
    assert.deepEqual(strike(TEXT, copy), {
      words: '[…]. katta otururum.\nMuhtar kömürü satıyor; […] gördü.',
    })
  })

  test('and change nothing where none is missing', ({ assert }) => {
    assert.deepEqual(strike(TEXT, TEXT), { words: TEXT })
    assert.deepEqual(strike(TEXT, ` ${TEXT.replaceAll(/[.;\n]/g, ' ')}  `), { words: TEXT })
  })

  test('also with a mark or crosses in their place, as often as somebody does it', ({ assert }) => {
    const once = strike(TEXT, TEXT.replaceAll('Ayşe', '[…]')) as { words: string }
    assert.deepEqual(once, { words: TEXT.replaceAll('Ayşe', '[…]') })
    assert.deepEqual(strike(TEXT, once.words), once)
    assert.deepEqual(strike(TEXT, TEXT.replaceAll('Ayşe', 'xxx')), once)
  })

  test('and none is put in, cut short, or moved', ({ assert }) => {
    for (const [copy, added] of [
      [TEXT.replace('Muhtar', 'Vali'), 'Vali'],
      [TEXT.replace('Muhtar', 'Muht'), 'Muht'],
      ['gördü Muhtar', 'Muhtar'],
      ['__proto__', 'proto'],
    ] as const) {
      assert.deepEqual(strike(TEXT, copy), { added })
    }
  })

  test('keeps nothing that stood between two of them', ({ assert }) => {
    const text = 'Beni a.b@ornek.example adresinden veya 0500-000 00 00 numarasından bulun.'
    const { words } = strike(text, 'Beni adresinden veya numarasından bulun') as { words: string }
    assert.equal(words, 'Beni […] adresinden veya […] numarasından bulun.')
  })

  test('out of ten thousand of them in one go', ({ assert }) => {
    const text = 'a b '.repeat(2_500)
    const struck = strike(text, 'b '.repeat(2_500)) as { words: string }
    assert.equal(struck.words, '[…] b '.repeat(2_500))
    assert.deepEqual(strike(text, 'c'.repeat(10_000)), { added: 'c'.repeat(10_000) })
  })

  test('and where they probably are is said beforehand', ({ assert }) => {
    const text =
      'Ben AYŞE, tel 0500 000 00 01, kimlik 12345678950, posta a@ornek.example. 3 ev. Şen değil.'
    assert.deepEqual(givingAway(text, 'Ayşe Şe Deneme'), [
      ...['AYŞE', '0500 000 00 01', '12345678950', 'a@ornek.example.'],
    ])
    assert.deepEqual(givingAway('Ayşe', null), [])
  })
})
