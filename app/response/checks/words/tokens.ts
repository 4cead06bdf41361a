import { folded } from '#shared/folded_text'
import type { Place } from '../finding.ts'

/** A word of a text: folded, without what stands after an apostrophe, and where it stands. */
export interface Token {
  word: string
  from: number
  to: number
}

/** So many letters around a place are shown. */
const AROUND = 40

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/([\p{L}\p{M}\p{N}]+)(?:['’]\p{L}+)?/gu)].map((found) => ({
    word: folded(found[1]!),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** What stands from here to there, with a little of what stands around it. */
export function placeIn(text: string, from: number, to: number): Place {
  const start = Math.max(0, from - AROUND)
  const end = Math.min(text.length, to + AROUND)
  const before = (start > 0 ? '…' : '') + text.slice(start, from)
  const after = text.slice(to, end) + (end < text.length ? '…' : '')
  return { before, words: text.slice(from, to), after }
}
