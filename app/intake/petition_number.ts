import { randomInt } from 'node:crypto'
import { withoutSeparators } from '#shared/typed/digits'

const RANDOM_DIGITS = 7

/**
 * The public number of a petition (başvuru numarası): ten digits, two for the year, seven drawn by
 * lot, and a check digit that finds every wrong digit and nearly every swap (ISO 7064, mod 11,10).
 *
 * It says nothing about how many petitions there are, and nobody has to wait for a counter.
 */
export class PetitionNumber {
  private constructor(readonly digits: string) {}

  /** A new number of that year (four digits). It may be taken: the table's unique key decides. */
  static draw(year: number) {
    const lot = String(randomInt(10 ** RANDOM_DIGITS)).padStart(RANDOM_DIGITS, '0')
    const payload = String(year % 100).padStart(2, '0') + lot
    return new PetitionNumber(payload + checkDigit(payload))
  }

  /** Separators do not matter; null when it is mistyped. */
  static parse(text: string): PetitionNumber | null {
    const digits = withoutSeparators(text)
    const right = /^\d{10}$/.test(digits) && checkDigit(digits.slice(0, 9)) === digits.at(-1)
    return right ? new PetitionNumber(digits) : null
  }

  /** As slips, screens and messages show it: 26 0481 2079. */
  get shown() {
    return `${this.digits.slice(0, 2)} ${this.digits.slice(2, 6)} ${this.digits.slice(6)}`
  }

  toString() {
    return this.digits
  }
}

function checkDigit(payload: string) {
  let product = 10
  for (const digit of payload) {
    product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  }
  return String((11 - product) % 10)
}
