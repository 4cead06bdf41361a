import { SHIFT_HEADER, type Alphabet } from './alphabets.ts'

/** What one short message carries at most (3GPP TS 23.040 §9.2.3.24), in octets. */
const OCTETS = 140

/** The letters of a text, each as the units that must not be torn apart. */
export type Atoms = readonly (readonly number[])[]

/** How many units a message, and each part of a longer one, has room for. */
export function room(alphabet: Alphabet): { single: number; part: number } {
  const shift = SHIFT_HEADER[alphabet].length
  return {
    single: units(alphabet, shift > 0 ? 1 + shift : 0),
    part: units(alphabet, 1 + CONCATENATION + shift),
  }
}

/**
 * Cuts a text where a message ends, never within a letter. The last part (or the only one) leaves
 * `suffix` units free for what the operator appends.
 */
export function cut(atoms: Atoms, alphabet: Alphabet, suffix: number): Atoms[] {
  const { single, part } = room(alphabet)
  if (length(atoms) + suffix <= single) return [atoms]
  return withRoomAtTheEnd(filled(atoms, part), part - suffix)
}

/** The user data header in front of a part; empty when the telephone needs to know nothing. */
export function header(alphabet: Alphabet, place: { of: number; at: number; reference: number }) {
  const shift = SHIFT_HEADER[alphabet]
  const concatenation =
    place.of > 1 ? Buffer.of(0x00, 0x03, place.reference & 0xff, place.of, place.at) : Buffer.of()
  const length_ = concatenation.length + shift.length
  return length_ === 0 ? Buffer.of() : Buffer.concat([Buffer.of(length_), concatenation, shift])
}

export function length(atoms: Atoms): number {
  return atoms.reduce((sum, atom) => sum + atom.length, 0)
}

const CONCATENATION = 5

/** A header is padded to a whole septet, so eight bits more or less count as one or two septets. */
function units(alphabet: Alphabet, headerOctets: number) {
  if (alphabet === 'ucs2') return (OCTETS - headerOctets) / 2
  return Math.floor(((OCTETS - headerOctets) * 8) / 7)
}

function filled(atoms: Atoms, most: number): Atoms[] {
  const parts: (readonly number[])[][] = [[]]
  let used = 0
  for (const atom of atoms) {
    if (used + atom.length > most) {
      parts.push([])
      used = 0
    }
    parts.at(-1)!.push(atom)
    used += atom.length
  }
  return parts
}

function withRoomAtTheEnd(parts: Atoms[], most: number): Atoms[] {
  const last = parts.at(-1)!
  if (length(last) <= most) return parts
  return [...parts.slice(0, -1), ...filled(last, most)]
}
