import { withoutSeparators } from './digits.ts'

const ELEVEN_DIGITS = /^[1-9]\d{10}$/

/**
 * An identity number (T.C. kimlik numarası, or a foreigner's, which begins with 99).
 *
 * Right check digits only say that it is not mistyped, never whose it is. The rule is the
 * population registry's (Nüfus ve Vatandaşlık İşleri): the tenth digit is checked by the nine
 * before it, the eleventh by the ten before it.
 */
export class NationalId {
  private constructor(readonly digits: string) {}

  /** Separators do not matter; null when it is not eleven digits or a check digit is wrong. */
  static parse(text: string): NationalId | null {
    const digits = withoutSeparators(text)
    return ELEVEN_DIGITS.test(digits) && hasCheckDigits(digits) ? new NationalId(digits) : null
  }

  /** As screens show it: 123******50. */
  get masked() {
    return `${this.digits.slice(0, 3)}******${this.digits.slice(-2)}`
  }

  toString() {
    return this.masked
  }
}

function hasCheckDigits(text: string) {
  const digits = [...text].map(Number)
  const odd = sum(digits.slice(0, 9).filter((_, index) => index % 2 === 0))
  const even = sum(digits.slice(0, 9).filter((_, index) => index % 2 === 1))
  const tenth = (((7 * odd - even) % 10) + 10) % 10
  const eleventh = sum(digits.slice(0, 10)) % 10
  return digits[9] === tenth && digits[10] === eleventh
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
