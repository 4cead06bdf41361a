import { folded } from '#shared/folded_text'
import { isTurkish } from './turkish.ts'

/** Why a paragraph is not shown to anybody. */
export const WRONGS = ['long', 'link', 'withheld', 'number', 'repeats', 'language'] as const
export type Wrong = (typeof WRONGS)[number]

/** What went to the model, as far as its answer is held against it. */
export interface Sent {
  /** all its words */
  text: string
  /** folded words that were taken out of them */
  withheld: ReadonlySet<string>
  /** between what marks the petition stood */
  boundary: string
}

/** Characters. */
const LONGEST = 1200
const LINK =
  /:\/\/|www\.|@|[a-z\d]\.(?:com|net|org|gov|edu|info|tr|me|io)(?![\p{L}\d])|(?:javascript|data|mailto):/iu
const DIGITS = /\p{Nd}{1,60}/gu
const WORD = /[\p{L}\p{M}\p{N}]{1,60}/gu
/** Letters that follow a name without an apostrophe. */
const SUFFIX = 5
const LONG_NAME = 4
/** What the model is told, and tells nobody. */
const RULES =
  /koseli ayrac|sana verilmeyen|isaretlerin arasinda|kurallari tekrar|cevap taslagi oner/

/** @returns null where nothing is */
export function wrongWith(paragraph: string, { text, withheld, boundary }: Sent): Wrong | null {
  if (paragraph.length > LONGEST) return 'long'
  if (LINK.test(paragraph)) return 'link'
  const plain = folded(paragraph)
  if (hasOneOf(withheld, plain)) return 'withheld'
  if (plain.includes(folded(boundary)) || RULES.test(plain)) return 'repeats'
  const known = new Set(text.match(DIGITS))
  if (paragraph.match(DIGITS)?.some((number) => !known.has(number))) return 'number'
  return isTurkish(paragraph) ? null : 'language'
}

function hasOneOf(withheld: ReadonlySet<string>, plain: string) {
  const words: string[] = plain.match(WORD) ?? []
  const long = [...withheld].filter((word) => word.length >= LONG_NAME)
  return words.some(
    (word) =>
      withheld.has(word) ||
      long.some((name) => word.startsWith(name) && word.length - name.length <= SUFFIX)
  )
}
