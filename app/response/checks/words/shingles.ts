import { tokensOf } from './tokens.ts'

/** So many words in a row are one. */
const LENGTH = 3

/** The rows of words of a text, each once, by which it is held against another. */
export function shinglesOf(text: string): Set<string> {
  const words = tokensOf(text).map(({ word }) => word)
  return new Set(
    words
      .slice(0, Math.max(0, words.length - LENGTH + 1))
      .map((_, at) => words.slice(at, at + LENGTH).join(' '))
  )
}

/** Which part of one stands in the other, 0 to 1. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>) {
  if (one.size === 0) return 0
  return [...one].filter((row) => other.has(row)).length / one.size
}
