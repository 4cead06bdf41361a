import { folded } from '#shared/folded_text'

/** Characters of a number in an office's register, and of what it is searched by. */
export const LONGEST_NUMBER = 60

/**
 * Evrak kayıt numarası: under which number an office's own register has a document. Each office writes
 * it in its own way, and everybody types it in another one: `E-123/45`, `e 123-45`.
 */
export class PaperNumber {
  private constructor(
    /** as it was typed */
    readonly text: string,
    /** as it is compared */
    readonly key: string
  ) {}

  /** Null without a digit, or where it is too long to be one. */
  static parse(text: string) {
    const typed = text.trim()
    const words = folded(typed).split(/[^a-z0-9]/)
    const key = words.filter((word) => word !== '').join('-')
    const isOne = /\d/.test(key) && typed.length <= LONGEST_NUMBER && key.length <= LONGEST_NUMBER
    return isOne ? new PaperNumber(typed, key) : null
  }
}
