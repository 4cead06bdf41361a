import { test } from '@japa/runner'
import fc from 'fast-check'
import { NationalId } from '#shared/typed/national_id'

const TRAINING = '12345678950'

test.group('National id', () => {
  test('takes the training number, with or without spaces', ({ assert }) => {
    assert.equal(NationalId.parse(TRAINING)?.digits, TRAINING)
    assert.equal(NationalId.parse(' 123 456 789 50 ')?.digits, TRAINING)
  })

  test('refuses {$self}')
    .with([
      '',
      '1234567895',
      '123456789500',
      '02345678950',
      '12345678951',
      '12345678940',
      'x2345678950',
    ])
    .run(({ assert }, text) => {
      assert.isNull(NationalId.parse(text))
    })

  test('takes exactly the right check digits, foreigners’ as well', ({ assert }) => {
    const nine = fc.oneof(
      fc.integer({ min: 100_000_000, max: 999_999_999 }),
      fc.integer({ min: 990_000_000, max: 999_999_999 })
    )
    fc.assert(
      fc.property(nine, (first) => {
        const endings = Array.from({ length: 100 }, (_, end) => String(end).padStart(2, '0'))
        const right = endings.filter((end) => NationalId.parse(`${first}${end}`))
        assert.deepEqual(right, [checkDigits(String(first))])
      })
    )
  })

  test('never begins with a zero', ({ assert }) => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (number) => {
        const first = String(number).padStart(9, '0')
        assert.isNull(NationalId.parse(first + checkDigits(first)))
      })
    )
  })

  test('finds any single wrong digit', ({ assert }) => {
    for (let place = 0; place < TRAINING.length; place++) {
      for (let digit = 0; digit < 10; digit++) {
        if (digit === Number(TRAINING[place])) continue
        assert.isNull(
          NationalId.parse(TRAINING.slice(0, place) + digit + TRAINING.slice(place + 1))
        )
      }
    }
  })

  test('shows itself masked, also when it slips into a text', ({ assert }) => {
    const nationalId = NationalId.parse(TRAINING)
    assert.equal(nationalId?.masked, '123******50')
    assert.equal(`${nationalId}`, '123******50')
  })
})

/** The same rule as a sum of weights: −1 is 9 modulo 10. */
function checkDigits(first: string) {
  const digits = [...first].map(Number)
  const tenth = digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 9 : 7), 0) % 10
  const eleventh = digits.reduce((sum, digit) => sum + digit, tenth) % 10
  return `${tenth}${eleventh}`
}
