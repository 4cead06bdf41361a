import { folded } from '#shared/folded_text'
import { stemsOf } from './endings.ts'

/** So many letters are a word for our purpose (sokağ-ımızdaki); of long ones so many (altinolu-k). */
const SHORT = 5
/** As its column holds. */
const LONG = 8
/** Longer rows of digits are telephones, numbers of persons and of accounts: they have indexes of their own. */
const DIGITS = 5
/** Of one petition so many at most: the longest text has some 1,400 words. */
const MOST = 600
/** They say nothing, and stand in every text. */
const EMPTY = new Set('ve bir bu da de ile icin mi ki'.split(' '))
/** One syllable keeps its last sound, kadın is no kat; but these do not. */
const SOFT = new Set('yurd kurd derd dord tad kab dib ceb cog gog reng deng kalb harb'.split(' '))

/** What a text is found by: its words, each once, cut and hardened, with the stems of short ones. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>()
  for (const word of wordsOf(text)) {
    if (!EMPTY.has(word)) for (const term of termsOfWord(word)) terms.add(term)
    if (terms.size >= MOST) break
  }
  return [...terms]
}

/** The folded words of a text. What stands after an apostrophe is an ending. */
export function wordsOf(text: string): string[] {
  const plain = folded(text.replace(/(\p{L})['’]\p{L}*/gu, '$1'))
  return (plain.match(/[a-z]{2,}|\d+/g) ?? []).filter(
    (word) => /[a-z]/.test(word) || word.length <= DIGITS
  )
}

export function isEmptyWord(word: string) {
  return EMPTY.has(word)
}

/** What one folded word is found by. */
export function termsOfWord(word: string): string[] {
  const short = stemsOf(word).filter(({ length }) => length < SHORT)
  return [...new Set([cut(word, SHORT), cut(word, LONG), ...short.map(hardened)])]
}

/** By what one folded word is looked for: a long one by more of it, since more was said. */
export function soughtBy(word: string): string[] {
  const root = rootOf(word)
  // evi, yolu, ağacı: perhaps the stem with its one ending, perhaps the word (kapı).
  const bare = root.length <= SHORT && /[iu]$/.test(root) ? stemsOf(root) : []
  const shorter = bare.filter((stem) => /[^aeiou]$|^su$/.test(stem))
  return [...new Set([cut(root, root.length < LONG ? SHORT : LONG), ...shorter.map(hardened)])]
}

/** As what a word is looked for in the dictionary, where it was not found: with all that was said. */
export function spelledAs(word: string) {
  return cut(rootOf(word), LONG)
}

function rootOf(word: string) {
  const sure = stemsOf(word).filter((stem) => isSure(word, stem))
  return sure.toSorted((one, other) => one.length - other.length)[0] ?? word
}

/** Altınkum is a name, and nobody's altınk. */
function isSure(word: string, stem: string) {
  const ending = word.length - stem.length
  if (ending >= 3) return true
  return stem.length >= SHORT && (word.length < LONG || /[aeiou]$/.test(word))
}

function cut(word: string, at: number) {
  return hardened(word.slice(0, at))
}

/** Sokak becomes sokağı: a hard sound at the stem's end is soft before a vowel; ç is c here anyway. */
function hardened(stem: string) {
  if (stem.length < SHORT && !isOfSyllables(stem) && !SOFT.has(stem)) return stem
  const hard: Record<string, string> = { g: 'k', b: 'p', d: 't' }
  return stem.replace(/[gbd]$/, (sound) => hard[sound]!)
}

function isOfSyllables(stem: string) {
  return (stem.match(/[aeiou]/g) ?? []).length > 1
}
