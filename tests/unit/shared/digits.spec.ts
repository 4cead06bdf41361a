import { test } from '@japa/runner'
import { PetitionNumber } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'

/** Every way in which people write digits apart, full width and of other keyboards. */
const WRITTEN: Record<string, (digits: string) => string> = {
  'as it is': (digits) => digits,
  'with spaces': apart(' '),
  'with spaces that do not break': apart('\u00a0'),
  'with thin spaces': apart('\u2009'),
  'with dots': apart('.'),
  'with slashes': apart('/'),
  'with backslashes': apart('\\'),
  'with dashes': apart('-'),
  'with long dashes': apart('–'),
  'with minus signs': apart('\u2212'),
  'with underscores': apart('_'),
  'with commas': apart(','),
  'with dots in the middle': apart('·'),
  'with brackets': (digits) => `(${digits.slice(0, 3)}) [${digits.slice(3)}]`,
  'with marks that nobody sees': apart('\u200b\u2060\ufeff'),
  'with marks of direction around': (digits) => `\u202a${digits}\u202c`,
  'with lines': apart('\r\n'),
  'in full width': (digits) => digits.replace(/\d/g, (one) => String.fromCodePoint(0xff10 + +one)),
  'in Arabic': (digits) => digits.replace(/\d/g, (one) => String.fromCodePoint(0x0660 + +one)),
  'in Persian': (digits) => digits.replace(/\d/g, (one) => String.fromCodePoint(0x06f0 + +one)),
}

function apart(sign: string) {
  return (digits: string) => digits.replace(/(\d\d)(?=\d)/g, `$1${sign}`)
}

test.group('A number is understood', () => {
  for (const [how, write] of Object.entries(WRITTEN)) {
    test(how, ({ assert }) => {
      assert.equal(NationalId.parse(write('12345678950'))?.digits, '12345678950')
      assert.equal(PetitionNumber.parse(write('2604812079'))?.digits, '2604812079')
      for (const digits of ['05000123456', '5000123456', '905000123456', '00905000123456']) {
        assert.equal(PhoneNumber.parse(write(digits))?.e164, '+905000123456')
      }
    })
  }

  test('not when it is too long to be one', ({ assert }) => {
    assert.isNull(PhoneNumber.parse(`${' '.repeat(300)}05000123456`))
  })
})

test.group('A telephone is understood', () => {
  test('as {$self}')
    .with([
      '+90 (0) 500 012 34 56',
      '+90 0500 012 34 56',
      '0090 (0)500-012-34-56',
      '＋９０ ５００ ０１２ ３４ ５６',
    ])
    .run(({ assert }, typed) => {
      assert.equal(PhoneNumber.parse(typed)?.e164, '+905000123456')
    })

  test('but {$self} is none')
    .with(['+5000123456', '00 5000123456', '+90 00 500 012 34 56', '+0 500 012 34 56'])
    .run(({ assert }, typed) => {
      assert.isNull(PhoneNumber.parse(typed))
    })
})
