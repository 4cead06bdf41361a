import { test } from '@japa/runner'
import fc from 'fast-check'
import { fewMarks, folded } from '#shared/folded_text'

test.group('Folded text', () => {
  test('finds {0} with {1}')
    .with([
      ['çöp', 'cop'],
      ['IŞIK', 'ışık'],
      ['IŞIK', 'isik'],
      ['İstanbul', 'ISTANBUL'],
      ['i̇stanbul', 'istanbul'],
      ['I\u0307stanbul', 'istanbul'],
      ['Millî Eğitim Müdürlüğü', 'milli egitim mudurlugu'],
      ['kâğıt sükûnet', 'kagit sukunet'],
      ['Sag\u0306lık', 'sağlık'],
    ])
    .run(({ assert }, [one, other]) => {
      assert.equal(folded(one!), folded(other!))
    })

  test('leaves plain letters, digits and signs as they are', ({ assert }) => {
    assert.equal(folded('mahalle no: 12/b, 3071 s.k. %40'), 'mahalle no: 12/b, 3071 s.k. %40')
  })

  test('does what Turkish lower-casing and taking off the marks one by one do', ({ assert }) => {
    const turkish = fc.string({ unit: fc.constantFrom(...'aAâÂcCçÇgGğĞıIiİîÎoOöÖsSşŞuUüÜûÛ 1') })
    const plain = { ı: 'i', ç: 'c', ğ: 'g', ö: 'o', ş: 's', ü: 'u', â: 'a', î: 'i', û: 'u' }
    fc.assert(
      fc.property(turkish, (text) => {
        let expected = text.toLocaleLowerCase('tr')
        for (const [mark, letter] of Object.entries(plain)) {
          expected = expected.replaceAll(mark, letter)
        }
        assert.equal(folded(text), expected)
      })
    )
  })

  test('folds what is folded no further', ({ assert }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(folded(folded(text)), folded(text))
      })
    )
  })
})

test.group('Text with more marks than any language has', () => {
  test('loses those that no letter needs, and keeps those that some do', ({ assert }) => {
    assert.equal(fewMarks('ế ş'), 'ế ş')
    assert.equal(fewMarks(`a${'\u0301'.repeat(5_000)}b`), `a${'\u0301'.repeat(8)}b`)
    assert.isBelow(fewMarks(`a${'\u0301\u0323'.repeat(58_000)}`).length, 10)
  })
})
