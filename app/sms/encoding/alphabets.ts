/**
 * How a telephone writes letters: the GSM 7-bit default alphabet and the two Turkish ways around it
 * (3GPP TS 23.038 §6.2.1, A.2.1, A.3.1). ö Ö ü Ü Ç are in the default alphabet; ç ğ Ğ ı İ ş Ş are not.
 */

/** `single`, `locking`: Turkish shift tables. `plain`: no shift table. `ucs2`: sixteen bits a letter. */
export const ALPHABETS = ['single', 'locking', 'ucs2', 'plain'] as const
export type Alphabet = (typeof ALPHABETS)[number]

/** A letter and the septets that write it: one, or two with the escape in front. */
export type Letters = ReadonlyMap<string, readonly number[]>

const ESCAPE = 0x1b

const DEFAULT =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

const EXTENSION: Record<string, number> = {
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}

const TURKISH_SINGLE: Record<string, number> = {
  Ğ: 0x47,
  İ: 0x49,
  Ş: 0x53,
  ç: 0x63,
  ğ: 0x67,
  ı: 0x69,
  ş: 0x73,
}

const TURKISH_LOCKING: Record<string, number> = {
  '€': 0x04,
  'ı': 0x07,
  'Ğ': 0x0b,
  'ğ': 0x0c,
  'Ş': 0x1c,
  'ş': 0x1d,
  'İ': 0x40,
  'ç': 0x60,
}

const plain = new Map([...defaultLetters(), ...escaped(EXTENSION)])
const single = new Map([...plain, ...escaped(TURKISH_SINGLE)])
const locking = new Map([...unlocked(), ...escaped(EXTENSION), ...direct(TURKISH_LOCKING)])

/** What each seven-bit alphabet can write. */
export const LETTERS = { plain, single, locking } satisfies Record<string, Letters>

const SPELT = new Map([...plain].map(([letter, codes]) => [codes.join(), letter]))

/** The letters that the default alphabet has in the places of these septets. */
export function spelt(septets: Iterable<number>): string {
  let text = ''
  let escape: number[] = []
  for (const code of septets) {
    if (code === ESCAPE) {
      escape = [code]
      continue
    }
    text += SPELT.get([...escape, code].join()) ?? ''
    escape = []
  }
  return text
}

/** The header that tells the telephone which table to use (3GPP TS 23.040 §9.2.3.24.15–16). */
export const SHIFT_HEADER = {
  plain: Buffer.of(),
  single: Buffer.of(0x24, 0x01, 0x01),
  locking: Buffer.of(0x25, 0x01, 0x01),
  ucs2: Buffer.of(),
} satisfies Record<Alphabet, Buffer>

function defaultLetters(): [string, number[]][] {
  return [...DEFAULT]
    .map((letter, code): [string, number[]] => [letter, [code]])
    .filter(([, [code]]) => code !== ESCAPE)
}

function escaped(letters: Record<string, number>): [string, number[]][] {
  return Object.entries(letters).map(([letter, code]) => [letter, [ESCAPE, code]])
}

function direct(letters: Record<string, number>): [string, number[]][] {
  return Object.entries(letters).map(([letter, code]) => [letter, [code]])
}

/** The default letters whose places the locking table leaves alone. */
function unlocked() {
  const taken = new Set(Object.values(TURKISH_LOCKING))
  return defaultLetters().filter(([, [code]]) => !taken.has(code!))
}
