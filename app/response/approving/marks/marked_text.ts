import type { Marked } from '../../models/answer_mark.ts'
import { passagesOf } from './passage.ts'

/** A piece of a text, and the marks that end with it. */
interface Piece {
  text: string
  isMarked: boolean
  ends: readonly { number: number; remark: string }[]
}

/**
 * A text with its marks, in pieces to be shown one after the other; and the marks by their numbers,
 * each with whether its words still stand there.
 */
export function markedText(text: string, marks: readonly Marked[]) {
  const placed = marks.map((mark, at) => ({
    ...{ number: at + 1, quote: mark.quote, remark: mark.remark },
    passages: passagesOf(mark.quote, text),
  }))
  const passages = placed.flatMap(({ passages: all, ...mark }) =>
    all.map((one) => ({ ...one, ...mark }))
  )
  const cuts = new Set(passages.flatMap(({ from, until }) => [from, until]))
  const places = [...cuts, 0, text.length].toSorted((one, other) => one - other)
  const pieces: Piece[] = places.slice(1).map((until, at) => ({
    text: text.slice(places[at], until),
    isMarked: passages.some((one) => one.from <= places[at]! && one.until >= until),
    ends: passages.filter((one) => one.until === until && places[at]! < until),
  }))
  return {
    pieces: pieces.filter((piece) => piece.text !== ''),
    list: placed.map(({ passages: all, ...mark }) => ({ ...mark, stands: all.length > 0 })),
  }
}
