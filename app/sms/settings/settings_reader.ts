/** Where a setting is looked up: `SMPP_HOST` → its value, or undefined. */
export type Lookup = (name: string) => string | undefined

/**
 * Messages a second: within what operators usually agree to, a day's worth of a governorate in
 * seconds, and too little for citizens to feel beside it (`npm run bench:sms`, page).
 */
const USUAL_RATE = 50

/** The settings of one gateway; whatever cannot be what it should be is said at the start. */
export class SettingsReader {
  constructor(
    private readonly prefix: string,
    private readonly lookup: Lookup
  ) {}

  text(name: string): string | undefined
  text(name: string, otherwise: string): string
  text(name: string, otherwise?: string) {
    return this.lookup(this.prefix + name)?.trim() || otherwise
  }

  /** @throws RangeError when it is there and no whole number */
  number(name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (!/^\d{1,9}$/.test(text)) throw this.wrong(name, 'a whole number', text)
    return Number(text)
  }

  /** @throws RangeError when it is there and no whole number above 0 */
  atLeastOne(name: string): number | undefined {
    const number = this.number(name)
    if (number === 0) throw this.refusal(name, 'must be at least 1')
    return number
  }

  /**
   * Messages a second; undefined where `window` is written: as fast as the window lets.
   *
   * @throws RangeError when it is there and neither that word nor a whole number above 0
   */
  perSecond(otherwise = USUAL_RATE): number | undefined {
    const text = this.text('PER_SECOND', String(otherwise))
    if (text === 'window') return undefined
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
    throw this.wrong('PER_SECOND', 'a whole number above 0, or window', text)
  }

  flag(name: string): boolean {
    return this.choice(name, ['true', 'false'], 'false') === 'true'
  }

  choice<Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word {
    const text = this.text(name, otherwise)
    const word = words.find((one) => one === text)
    if (!word) throw this.wrong(name, `one of ${words.join(', ')}`, text)
    return word
  }

  /** @throws RangeError when it is there and no regular expression */
  pattern(name: string): RegExp | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    try {
      return new RegExp(text, 's')
    } catch {
      throw this.wrong(name, 'a regular expression', text)
    }
  }

  /** Of the whole house, not of this gateway alone. */
  house(name: string): string | undefined {
    return this.lookup(name)?.trim() || undefined
  }

  /** A sentence about a setting; what was written there is not repeated: it may be a secret. */
  refusal(name: string, sentence: string) {
    return this.about(`${name} ${sentence}`)
  }

  /** A sentence that begins with the setting's name. */
  about(sentence: string) {
    return new RangeError(this.prefix + sentence)
  }

  private wrong(name: string, what: string, text: string) {
    return this.refusal(name, `must be ${what}, not ${text}`)
  }
}
