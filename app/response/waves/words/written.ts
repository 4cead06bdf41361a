import { wordsIn } from './words.ts'

/** A word as it is written; what stands behind an apostrophe is its ending. */
const WRITTEN = /[\p{L}\p{M}]{2,}(?:['’]\p{L}{0,20})?/gu

/** A way in which a word is written. */
interface Way {
  word: string
  count: number
  rank: number
}

/**
 * Words as people write them, with their Turkish letters, for a wave's name.
 *
 * @param words folded, as they are compared
 * @param texts in which somebody wrote them; what stands in none stays folded
 */
export function asWritten(words: readonly string[], texts: readonly string[]) {
  const all = new Map(words.map((said) => [said, new Map<string, Way>()]))
  for (const [token, times] of counted(texts.flatMap((text) => text.match(WRITTEN) ?? []))) {
    const word = plain(token)
    const ways = all.get(wordsIn(word)[0]?.said ?? '')
    const way = ways?.get(word) ?? { word, count: 0, rank: rankOf(word) }
    ways?.set(word, { ...way, count: way.count + times })
  }
  return words.map((said) => best([...all.get(said)!.values()]) ?? said)
}

/** Copies say the same: what was folded once is not folded for each of them. */
function counted(tokens: readonly string[]) {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** Who shouts writes the same word, where i and ı can be told apart. */
function plain(token: string) {
  const word = token.replace(/['’].*$/u, '')
  const isSure = word.includes('İ') || !word.includes('I')
  return isShouted(word) && isSure ? word.toLocaleLowerCase('tr') : word
}

/**
 * Many leave Turkish letters out, and nobody adds any. Shouted with others of them, I is an ı; without
 * any it may be both, and says nothing of how the word is written.
 */
function rankOf(word: string) {
  if (isShouted(word)) return /[ÇĞÖŞÜ]/.test(word) ? 0 : -1
  return /[^a-z]/i.test(word) ? 2 : 1
}

function isShouted(word: string) {
  return word === word.toLocaleUpperCase('tr') || word === word.toUpperCase()
}

function best(ways: readonly Way[]) {
  const first = ways.toSorted((one, other) => other.rank - one.rank || other.count - one.count)[0]
  if (!first || first.rank < 0) return null
  return first.rank === 0 ? first.word.toLocaleLowerCase('tr') : first.word
}
