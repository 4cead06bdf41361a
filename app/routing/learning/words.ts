import { folded } from '#shared/folded_text'

/** A word of a text, where it stands, and by which features a model knows it. */
export interface Spoken {
  from: number
  until: number
  /** folded */
  plain: string
  features: string[]
}

/** Longer texts say what they are about before that. */
const MOST_WORDS = 300
/** Turkish changes what follows: the beginning of a word says more than its end. */
const STEMS = [5, 4]
/** What stands after an apostrophe is an ending: İSKİ'den. Digits are nobody's subject. */
const WORD = /([\p{L}\p{M}]{2,})(?:['’][\p{L}\p{M}]*)?/gu
const LONGEST_WORD = 20

/** The words of a text in its order; time and number are bounded, however long it is. */
export function spokenIn(text: string): Spoken[] {
  const words: Spoken[] = []
  for (const { 1: typed = '', index } of text.matchAll(WORD)) {
    const plain = folded(typed).replace(/[^a-z]/g, '')
    if (plain.length < 2) continue
    words.push({ from: index, until: index + typed.length, plain, features: featuresOf(plain) })
    if (words.length === MOST_WORDS) break
  }
  return words
}

/** What a model knows of a text: each once. */
export function wordFeatures(text: string) {
  return [...new Set(spokenIn(text).flatMap(({ features }) => features))]
}

/** Sokak becomes sokağı: a hard sound at the stem's end is soft before a vowel; ç is c once folded. */
export function softened(word: string) {
  return word.replace(/[gbd]$/, (sound) => HARD[sound]!)
}

const HARD: Record<string, string> = { g: 'k', b: 'p', d: 't' }

/** The word and its beginnings; digits say how long, which no word has. */
function featuresOf(plain: string) {
  const word = softened(plain.slice(0, LONGEST_WORD))
  const stems = STEMS.filter((length) => plain.length >= length)
  return [word, ...stems.map((length) => `${length}${softened(plain.slice(0, length))}`)]
}
