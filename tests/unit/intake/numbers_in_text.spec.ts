import { test } from '@japa/runner'
import fc from 'fast-check'
import { hasLuhn, hasMod97 } from '../../../app/intake/form/warnings/numbers/check_digits.ts'
import { numbersIn, type Sort } from '../../../app/intake/form/warnings/numbers/found.ts'

const SAID: [string, Sort[]][] = [
  ['Kimlik numaram 12345678950, kömür istiyorum.', ['nationalId']],
  ['tc 123 456 789 50', ['nationalId']],
  ['12345678951 değil', []],
  ['telefonum 0500 000 12 34 arayin', ['phone']],
  ['+90 (500) 000-12-34 veya 05000001235', ['phone', 'phone']],
  ['12345678950 05000001234', ['nationalId', 'phone']],
  ['kart 4111 1111 1111 1111', ['card']],
  ['4111-1111-1111-1112', []],
  ['IBAN: TR33 0006 1005 1978 6457 8413 26', ['iban']],
  ['tr330006100519786457841326', ['iban']],
  ['TR34 0006 1005 1978 6457 8413 26', []],
  ['2026 yılında 15.11.2026 günü 08.30 ile 17.30 arası 112 ve 184', []],
  ['ada 123 parsel 45, 3 gündür su yok, 250.000 TL', []],
  ['sayaç 100200300400', []],
]

/** A digit that makes the number right, by trying. */
function completed(body: string, isRight: (digits: string) => boolean) {
  const last = [...'0123456789'].find((digit) => isRight(body + digit))
  return last === undefined ? null : body + last
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

test.group('Numbers in a text', () => {
  test('are known by their check digits: {0}')
    .with(SAID)
    .run(({ assert }, [text, sorts]) => {
      assert.deepEqual(
        numbersIn(text).map(({ sort }) => sort),
        sorts
      )
    })

  test('of cards are found however they are grouped, and not with one digit wrong', ({
    assert,
  }) => {
    fc.assert(
      fc.property(digits(14), fc.integer({ min: 1, max: 9 }), (middle, add) => {
        const card = completed(`4${middle.join('')}`, hasLuhn)!
        const grouped = card.replace(/(.{4})(?=.)/g, '$1 ')
        assert.deepInclude(numbersIn(`kartım ${grouped} budur`), { sort: 'card', number: card })
        const wrong = card.slice(0, -1) + ((Number(card.at(-1)) + add) % 10)
        assert.notInclude(
          numbersIn(wrong).map(({ number }) => number),
          wrong
        )
      })
    )
  })

  test('of accounts are found however they are grouped, and not with one digit wrong', ({
    assert,
  }) => {
    fc.assert(
      fc.property(digits(22), fc.integer({ min: 1, max: 9 }), (tail, add) => {
        const body = tail.join('')
        const head = Array.from({ length: 100 }, (_, at) => `TR${String(at).padStart(2, '0')}`)
        const iban = head.map((one) => one + body).find(hasMod97)!
        const found = numbersIn(`hesap:${iban.replace(/(.{4})(?=.)/g, '$1 ')}.`)
        assert.deepInclude(found, { sort: 'iban', number: iban })
        const wrong = iban.slice(0, -1) + ((Number(iban.at(-1)) + add) % 10)
        assert.notInclude(
          numbersIn(wrong).map(({ sort }) => sort),
          'iban'
        )
      })
    )
  })

  test('are looked for in the longest text there can be', ({ assert }) => {
    for (const piece of ['1 ', '1', '(1) ', 'TR 1', '+', 'TR1 1-1.1/']) {
      const text = piece.repeat(240_000 / piece.length)
      assert.deepInclude(numbersIn(`${text}\nTR330006100519786457841326`), {
        sort: 'iban',
        number: 'TR330006100519786457841326',
      })
    }
  })
})
