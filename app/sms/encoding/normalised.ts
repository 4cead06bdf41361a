import { fewMarks } from '#shared/folded_text'

/**
 * Typographic signs that word processors put in by themselves and that no seven-bit alphabet has.
 * One of them would turn a message of 155 letters into one of 70.
 */
const PLAINER: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  'â': 'a',
  'Â': 'A',
  'î': 'i',
  'Î': 'İ',
  'û': 'u',
  'Û': 'U',
}

/** With the marks that follow it, which would compose with the plain letter into something new. */
const TYPOGRAPHIC = new RegExp(`([${Object.keys(PLAINER).join('')}])\\p{M}*`, 'gu')
const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2060\ufeff]/g

/**
 * The text as it will be sent: composed letters, simple quotation marks and dashes, no invisible
 * signs. Line ends become `\n`. What is normalised once stays as it is.
 */
export function normalised(text: string): string {
  return fewMarks(text.toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(TYPOGRAPHIC, (_, sign: string) => PLAINER[sign] ?? sign)
}

const WITHOUT_MARKS: Record<string, string> = {
  ç: 'c',
  ğ: 'g',
  Ğ: 'G',
  ı: 'i',
  İ: 'I',
  ş: 's',
  Ş: 'S',
}

/** The text in letters that every telephone in the world knows: ç ğ ı ş become c g i s. */
export function withoutMarks(text: string): string {
  return text.replace(/[çğĞıİşŞ]/g, (letter) => WITHOUT_MARKS[letter] ?? letter)
}
