import type { Model } from '../learning/model.ts'
import type { Spoken } from '../learning/words.ts'
import type { Scored } from './scored.ts'

/** A stretch of a text, in letters. */
export interface Span {
  from: number
  until: number
}

/** So many words say enough, each of which is at least this much of the strongest one. */
const MOST_WORDS = 5
const LEAST = 0.25

/**
 * The words of a text that speak for a unit more than for the one that comes after it: its keywords,
 * and by the model the weight for one less the weight for the other. In the text's order.
 */
export function reasonsFor(
  words: readonly Spoken[],
  scored: Scored,
  after: Scored | undefined,
  model: Model | null
): Span[] {
  const letters = scored.match?.letters || 1
  const share = (at: number, { plain }: Spoken) =>
    scored.match?.words.has(at) ? Math.min(1, plain.length / letters) : 0
  const spoken = words.map((word, at) => {
    const learned = model?.speaksFor(word.features, scored.unit.code, after?.unit.code) ?? 0
    return { word, weight: Math.max(0, learned) + share(at, word) }
  })
  const least = LEAST * Math.max(...spoken.map(({ weight }) => weight), 0)
  return spoken
    .filter(({ weight }) => weight > 0 && weight >= least)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_WORDS)
    .map(({ word: { from, until } }) => ({ from, until }))
    .toSorted((one, other) => one.from - other.from)
}

/** A text in pieces, those that are to be marked apart; their letters are not made safe here. */
export function markedPieces(text: string, spans: readonly Span[]) {
  const pieces: { text: string; isMarked: boolean }[] = []
  let at = 0
  for (const { from, until } of spans) {
    pieces.push({ text: text.slice(at, from), isMarked: false })
    pieces.push({ text: text.slice(from, until), isMarked: true })
    at = until
  }
  pieces.push({ text: text.slice(at), isMarked: false })
  return pieces.filter((piece) => piece.text !== '')
}
