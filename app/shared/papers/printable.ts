/** Beyond these no paper's face has letters: pictures, and what other scripts write. */
const STRANGE =
  /[^\n\x20-\x7e\u00a0-\u024f\u0300-\u036f\u0370-\u03ff\u0400-\u04ff\u2010-\u2026\u2030-\u203a\u20ac\u20ba\u2116\u2122]/gu
const GAP = '□'

/**
 * A text as its letters can be printed: composed, with what the face has no letter for marked by a box,
 * so that somebody sees that something is missing.
 */
export function printable(text: string) {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufe0f\u00ad]/g, '')
    .replaceAll('\t', ' ')
    .replace(STRANGE, GAP)
}
