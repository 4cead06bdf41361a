import { folded } from '#shared/folded_text'
import { blindIndex } from '#shared/keys'

/** A paragraph as a row knows it. */
interface Digested {
  words: number
  digest: string
}

const WORD = /[\p{L}\p{N}]{1,200}/gu

interface Token {
  word: string
  from: number
  to: number
}

/** Its words without their punctuation and spaces, which are no change. */
export function digestOf(text: string): Digested {
  const words = tokensOf(text).map(({ word }) => word)
  return { words: words.length, digest: digest(words) }
}

/**
 * Which of these paragraphs stand in a text word for word, wherever it was parted, and as what: the text
 * itself is looked through, since nobody keeps their words.
 */
export function standingIn<Row extends Digested>(text: string, rows: readonly Row[]) {
  const whole = text.normalize('NFC')
  const tokens = tokensOf(whole)
  const byLength = Map.groupBy(rows, (row) => row.words)
  const found: { row: Row; from: number; words: string }[] = []
  for (const [length, some] of byLength) {
    const wanted = new Map(some.map((row) => [row.digest, row]))
    for (let at = 0; at + length <= tokens.length && length > 0; at++) {
      const part = tokens.slice(at, at + length)
      const row = wanted.get(digest(part.map(({ word }) => word)))
      if (!row) continue
      const { from } = part[0]!
      found.push({ row, from, words: whole.slice(from, part.at(-1)!.to) })
      wanted.delete(row.digest)
    }
  }
  return found.toSorted((one, other) => one.from - other.from)
}

function tokensOf(text: string): Token[] {
  return [...text.normalize('NFC').matchAll(WORD)].map(({ 0: word, index }) => ({
    ...{ word: folded(word), from: index, to: index + word.length },
  }))
}

function digest(words: readonly string[]) {
  return blindIndex('proposed-paragraph', words.join(' '))
}
