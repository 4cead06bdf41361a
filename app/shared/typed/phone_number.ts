import { withoutSeparators } from './digits.ts'

/** Also with the (0) that letterheads put after the country's code: +90 (0) 500 … */
const MOBILE = /^(?:(?:\+|00)?90)?0?(5\d{9})$/
const TRAINING = '+905000'

/**
 * A Turkish mobile number (cep telefonu): the only kind that a text message reaches.
 *
 * The rule is our own because libphonenumber-js calls 0266, 0850 and 444 numbers valid. Numbers
 * under +90 500 0 belong to nobody here: they are for training and demonstration.
 */
export class PhoneNumber {
  /** As it is kept and sent: +905000123456. */
  readonly e164: string

  private constructor(national: string) {
    this.e164 = `+90${national}`
  }

  /** Takes it as people type it, with or without 0 or +90; null when no text would arrive. */
  static parse(text: string): PhoneNumber | null {
    const national = MOBILE.exec(withoutSeparators(text))?.[1]
    return national ? new PhoneNumber(national) : null
  }

  /** As people read it: 0500 012 34 56. */
  get pretty() {
    const [a, b, c, d] = this.groups
    return `0${a} ${b} ${c} ${d}`
  }

  /** Enough to recognise one's own number: +90 500 *** ** 56. */
  get masked() {
    const [operator, , , end] = this.groups
    return `+90 ${operator} *** ** ${end}`
  }

  /** May never leave the house through a real gateway. */
  get isTraining() {
    return this.e164.startsWith(TRAINING)
  }

  toString() {
    return this.e164
  }

  private get groups() {
    const national = this.e164.slice(3)
    return [national.slice(0, 3), national.slice(3, 6), national.slice(6, 8), national.slice(8)]
  }
}
