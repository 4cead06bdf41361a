import { test } from '@japa/runner'
import fc from 'fast-check'
import { PetitionNumber } from '../../../app/intake/petition_number.ts'

test.group('Petition number', () => {
  test('begins with the year and is valid, however it is drawn', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
        const number = PetitionNumber.draw(year)
        assert.equal(number.digits.slice(0, 2), String(year).slice(2))
        assert.equal(PetitionNumber.parse(number.digits)?.digits, number.digits)
      })
    )
  })

  test('has the one check digit that ISO 7064 gives it', ({ assert }) => {
    const endings = Array.from({ length: 10 }, (_, digit) => `260481207${digit}`)
    assert.deepEqual(
      endings.filter((digits) => PetitionNumber.parse(digits)),
      ['2604812079']
    )
  })

  test('is read aloud in groups and understood with any dashes', ({ assert }) => {
    const number = PetitionNumber.draw(2026)
    assert.match(number.shown, /^26 \d{4} \d{4}$/)
    for (const dash of ['-', ' ', '.', '\u2013', '\u00a0', '/']) {
      assert.equal(
        PetitionNumber.parse(` ${number.shown.replaceAll(' ', dash)} `)?.digits,
        number.digits
      )
    }
  })

  test('finds every single wrong digit', ({ assert }) => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const { digits } = PetitionNumber.draw(2026)
        const wrong = (Number(digits[place]) + shift) % 10
        assert.isNull(
          PetitionNumber.parse(digits.slice(0, place) + wrong + digits.slice(place + 1))
        )
      })
    )
  })

  test('refuses {$self}')
    .with(['', '26', '26048120755', 'K7M4PX', '２６０４８１２０７５'])
    .run(({ assert }, text) => {
      assert.isNull(PetitionNumber.parse(text))
    })
})
