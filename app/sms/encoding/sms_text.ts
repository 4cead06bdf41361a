import { ALPHABETS, LETTERS, type Alphabet, type Letters } from './alphabets.ts'
import { normalised, withoutMarks } from './normalised.ts'
import { cut, header, length, room, type Atoms } from './parts.ts'

export { ALPHABETS, normalised, type Alphabet }

export interface TextOptions {
  /** What the gateway's operator and the telephones understand; default `single`. */
  alphabet?: Alphabet
  /** Room for what the operator appends (« Bxxx» in Türkiye), in letters; default 5. */
  suffix?: number
  /** `data_coding` of seven-bit texts where the operator asks for another than 0. */
  dataCoding?: number
  /** Tells the parts of one text from those of another, 0–255; only long texts use it. */
  reference?: number
}

/** One short message as the SMS centre takes it. */
export interface Part {
  /** Header and text; seven-bit letters one septet an octet, UCS-2 big-endian. */
  body: Buffer
  esmClass: number
  dataCoding: number
}

export interface Count {
  /** The alphabet that is really used. */
  alphabet: Alphabet
  /** Septets, or sixteen-bit units under `ucs2`; headers not counted. */
  units: number
  parts: number
  /** Units that so many parts have room for, the operator's suffix already taken off. */
  room: number
  /** Letters that no seven-bit table has, and that therefore made the text UCS-2; each once. */
  foreign: string[]
}

const WITH_HEADER = 0x40
const UCS2_CODING = 0x08

/**
 * A text message (kısa mesaj) as it goes on the air. Letters that no table has, an emoji for
 * instance, turn the whole text into UCS-2; a text that needs no Turkish table goes without one.
 */
export class SmsText {
  static encode(text: string, options: TextOptions = {}): SmsText {
    return new SmsText(text, options)
  }

  /** What a person who writes a template wants to know while typing. */
  static count(text: string, options: TextOptions = {}): Count {
    const { alphabet, units, cuts, suffix } = new SmsText(text, options)
    const { single, part } = room(alphabet)
    const parts = cuts.length
    return {
      alphabet,
      units,
      parts,
      room: (parts === 1 ? single : parts * part) - suffix,
      foreign: alphabet === 'ucs2' ? foreign(text, options.alphabet ?? 'single') : [],
    }
  }

  readonly alphabet: Alphabet
  readonly units: number

  private readonly cuts: Atoms[]
  private readonly suffix: number

  private constructor(
    text: string,
    private readonly options: TextOptions
  ) {
    const written = inAlphabet(normalised(text), options.alphabet ?? 'single')
    this.suffix = options.suffix ?? 5
    this.alphabet = written.alphabet
    this.units = length(written.atoms)
    this.cuts = cut(written.atoms, written.alphabet, this.suffix)
  }

  /** @throws RangeError when the text needs more than the 255 parts that a header can number. */
  get parts(): Part[] {
    if (this.cuts.length > 255) throw new RangeError('A text message has 255 parts at most')
    const reference = this.options.reference ?? 0
    return this.cuts.map((atoms, index) => {
      const udh = header(this.alphabet, { of: this.cuts.length, at: index + 1, reference })
      return {
        body: Buffer.concat([udh, octets(atoms, this.alphabet)]),
        esmClass: udh.length > 0 ? WITH_HEADER : 0,
        dataCoding: this.alphabet === 'ucs2' ? UCS2_CODING : (this.options.dataCoding ?? 0),
      }
    })
  }
}

function inAlphabet(text: string, wanted: Alphabet): { alphabet: Alphabet; atoms: Atoms } {
  const written = wanted === 'plain' ? withoutMarks(text) : text
  const plain = septets(written, LETTERS.plain)
  if (plain) return { alphabet: 'plain', atoms: plain }

  const shifted = wanted === 'ucs2' ? null : septets(written, LETTERS[wanted])
  if (shifted) return { alphabet: wanted, atoms: shifted }

  return { alphabet: 'ucs2', atoms: sixteenBits(text) }
}

const graphemes = new Intl.Segmenter('tr', { granularity: 'grapheme' })

/** As a person counts letters: an emoji is one, whatever it is put together of. */
function foreign(text: string, wanted: Alphabet): string[] {
  if (wanted === 'ucs2') return []
  const written = wanted === 'plain' ? withoutMarks(normalised(text)) : normalised(text)
  const all = Array.from(graphemes.segment(written), ({ segment }) => segment)
  return [...new Set(all.flatMap((letter) => foreignIn(letter, LETTERS[wanted])))]
}

/** Nothing, the letter, or only the joiner that hangs on a letter which is known. */
function foreignIn(letter: string, known: Letters): string[] {
  if (septets(letter, known)) return []
  const isJoined = septets(letter.replace(/\p{Cf}/gu, ''), known)
  return isJoined ? (letter.match(/\p{Cf}/gu) ?? []) : [letter]
}

/** The text in one seven-bit alphabet, or null when it lacks a letter. */
function septets(text: string, letters: Letters): Atoms | null {
  const atoms = []
  for (const letter of text) {
    const atom = letters.get(letter)
    if (!atom) return null
    atoms.push(atom)
  }
  return atoms
}

function sixteenBits(text: string): Atoms {
  return [...text].map((letter) =>
    Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index))
  )
}

function octets(atoms: Atoms, alphabet: Alphabet): Buffer {
  const units = atoms.flat()
  if (alphabet !== 'ucs2') return Buffer.from(units)
  return Buffer.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]))
}
