import { fewMarks } from '../folded_text.ts'

/** What people and programs end a line with: VT, FF, NEL and Unicode's own separators as well. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** What no keyboard writes: NUL and its like, and places that Unicode will never give a letter. */
const CONTROL = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n]]/gv
/**
 * What nobody sees: spaces of no width, soft hyphens, fillers, and the marks that turn the direction
 * of what follows. Joiners and variation selectors stay: Persian words and emojis need them.
 */
const INVISIBLE = /[[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u200c\u200d\ufe00-\ufe0f]]/gv
/** The blank of Braille is a space. */
const BRAILLE_BLANK = /\u2800/g
/** A letter, digit or sign, but none of those which only say that something is not there. */
const VISIBLE =
  /[[\p{L}\p{N}\p{P}\p{S}]--[\u2800\ufffc\ufffd\u{1d159}\p{Default_Ignorable_Code_Point}]]/v

/** The names of fields that nobody ever sees again: they are compared as they were typed. */
export const AS_IT_IS = /password$/i

/** The one rule of "not empty": whether somebody who reads it sees anything. */
export function isVisible(text: string | null | undefined) {
  return VISIBLE.test(text ?? '')
}

/**
 * What somebody typed, as the house keeps it: whole, but without what cannot be seen or stored, in
 * composed letters, and '' when nothing of it is visible or it is no text at all (a list, an object).
 */
export function typedText(value: unknown) {
  if (typeof value !== 'string') return ''
  const plain = value
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(BRAILLE_BLANK, ' ')
  const text = fewMarks(plain).normalize('NFC').trim()
  return isVisible(text) ? text : ''
}

/** Every field of a form or an address, read so. */
export function typedFields(fields: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]) => [
      name,
      AS_IT_IS.test(name) && typeof value === 'string' ? value : typedText(value),
    ])
  )
}

/** What fits one line: ends of lines and runs of spaces become one space. */
export function oneLine(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}
