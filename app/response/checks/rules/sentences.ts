import { finding } from '../finding.ts'
import { sentencesOf } from '../words/sentences.ts'
import { tokensOf } from '../words/tokens.ts'

/** So many words a sentence has at most, on average: what people read without going back. */
const MOST = 20
const SHOWN = 3

/** Readable: sentences are short; the longest ones are shown. */
export function longSentences(text: string) {
  const sentences = sentencesOf(text).map((words) => ({ words, length: tokensOf(words).length }))
  const all = sentences.reduce((sum, { length }) => sum + length, 0)
  if (all <= MOST * sentences.length) return null
  const longest = sentences
    .filter(({ length }) => length > MOST)
    .toSorted((one, other) => other.length - one.length)
  return finding(
    'sentences',
    longest.slice(0, SHOWN).map(({ words, length }) => ({ words, plain: String(length) }))
  )
}
