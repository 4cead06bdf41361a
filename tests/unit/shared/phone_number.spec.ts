import { test } from '@japa/runner'
import { PhoneNumber } from '#shared/typed/phone_number'

test.group('Phone number', () => {
  test('understands {$self}')
    .with([
      '0500 012 34 56',
      '05000123456',
      '5000123456',
      '+90 (500) 012-34-56',
      '0090 500 012 34 56',
      '90.500.012.34.56',
      '0500/0123456',
      '\u202a+90 500 012 34 56\u202c',
      '0500\u2013012\u00a034 56',
    ])
    .run(({ assert }, text) => {
      assert.equal(PhoneNumber.parse(text)?.e164, '+905000123456')
    })

  test('knows that no text message reaches {$self}')
    .with([
      '',
      '0266 373 10 00',
      '0850 222 00 00',
      '444 0 444',
      '0500 012 34 5',
      '0500 012 34 567',
      '+44 7700 900123',
      '0500 012 34 56 dahili 4',
    ])
    .run(({ assert }, text) => {
      assert.isNull(PhoneNumber.parse(text))
    })

  test('is read in groups and masked for other eyes', ({ assert }) => {
    const phone = PhoneNumber.parse('+905000123412')
    assert.equal(phone?.pretty, '0500 012 34 12')
    assert.equal(phone?.masked, '+90 500 *** ** 12')
  })

  test('tells training numbers from real ones', ({ assert }) => {
    assert.isTrue(PhoneNumber.parse('0500 099 99 99')?.isTraining)
    assert.isFalse(PhoneNumber.parse('0500 100 00 00')?.isTraining)
  })
})
