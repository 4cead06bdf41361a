import { fontOf } from './faces.ts'

/** Marks that only steer how a text runs, which a paper's own lines do. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufe0f]/g
const GAP = '□'

/**
 * A text as its letters can be printed: composed, with what the face has no letter for marked by a box,
 * so that somebody sees that something is missing.
 */
export function printable(text: string) {
  const font = fontOf('plain')
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n')
  return Array.from(lines.replace(UNSEEN, '').replaceAll('\t', ' '), (letter) =>
    letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0)!) ? letter : GAP
  ).join('')
}
