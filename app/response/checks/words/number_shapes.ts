import { withoutSeparators } from '#shared/typed/digits'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'

export interface SomeNumber {
  sort: 'nationalId' | 'phone' | 'iban'
  /** as it is compared: digits alone */
  digits: string
  from: number
  to: number
}

/** What people put between digits. The digits of an area stand together, which those of a date do not. */
const S = '[\\s().\\/·•–—-]'
const ZERO = '(?:\\+?90|0090|0)'
const MOBILE = new RegExp(`(?<![\\d+])(?:${ZERO}${S}{0,3})?5\\d{2}(?:${S}{0,2}\\d){7}(?!\\d)`, 'g')
const FIXED = new RegExp(
  `(?<![\\d+])\\+?${ZERO}${S}{0,3}[2-4]\\d{2}(?:${S}{0,2}\\d){7}(?!\\d)`,
  'g'
)
const ID = /(?<!\d)[1-9](?:[\s.–-]?\d){10}(?!\d)/g
const IBAN = /\bTR[\s-]?\d{2}(?:[\s-]?\d){22}(?!\d)/gi

/** Digits of other keyboards; the last four bits of each say which it is. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

/** Numbers by which somebody is found, in whatever spelling: telephones, identity numbers, accounts. */
export function numbersIn(typed: string): SomeNumber[] {
  const text = typed.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
  const found = [
    ...read(text, IBAN, 'iban', (words) => words.replace(/\D/g, '')),
    ...read(text, ID, 'nationalId', (words) => NationalId.parse(words)?.digits),
    ...read(text, MOBILE, 'phone', (words) => PhoneNumber.parse(words)?.e164.slice(3)),
    ...read(text, FIXED, 'phone', (words) => withoutSeparators(words).slice(-10)),
  ]
  return found.filter((one, at) => !found.slice(0, at).some((other) => meet(one, other)))
}

/** The ten digits of a telephone as an office writes its own; '' where there is none. */
export function phoneDigits(phone: string | null | undefined) {
  return withoutSeparators(phone ?? '').slice(-10)
}

function read(
  text: string,
  shape: RegExp,
  sort: SomeNumber['sort'],
  digitsOf: (words: string) => string | undefined
): SomeNumber[] {
  return [...text.matchAll(shape)].flatMap((one) => {
    const digits = digitsOf(one[0])
    return digits ? [{ sort, digits, from: one.index, to: one.index + one[0].length }] : []
  })
}

function meet(one: SomeNumber, other: SomeNumber) {
  return one.from < other.to && other.from < one.to
}
