import {
  defaultAlphabet,
  defaultExtension,
  turkishLockingShift,
  turkishSingleShift,
  type Table,
} from './letters.ts'

/** One short message as a telephone reads it. */
export interface Heard {
  text: string
  /** In the words of the specification. */
  alphabet: 'GSM-7' | 'Turkish single shift' | 'Turkish locking shift' | 'UCS-2'
  /** Its place in a longer message. */
  part: { reference: number; of: number; at: number } | null
}

const HAS_HEADER = 0x40
const OCTETS_ON_AIR = 140
const ESCAPE = 0x1b
const TURKISH = 1

/**
 * Reads the octets of a submit_sm as a telephone would after the radio.
 * @throws Error when no telephone could show it: too long, or a header that ends too early.
 */
export function hear(esmClass: number, dataCoding: number, octets: Buffer): Heard {
  const headerLength = (esmClass & HAS_HEADER) === 0 ? 0 : (octets[0] ?? 0) + 1
  const elements = headerElements(octets.subarray(1, headerLength), headerLength)
  const body = octets.subarray(headerLength)
  const isWide = (dataCoding & 0x0c) === 0x08
  if (onAir(headerLength, body.length, isWide) > OCTETS_ON_AIR) throw new Error('too long')

  const part = partOf(elements)
  if (isWide) return { text: wide(body), alphabet: 'UCS-2', part }

  const locking = elements.get(0x25)?.[0] === TURKISH
  const single = elements.get(0x24)?.[0] === TURKISH
  const main = locking ? turkishLockingShift : defaultAlphabet
  const extension = single ? turkishSingleShift : defaultExtension
  const alphabet = single ? 'Turkish single shift' : locking ? 'Turkish locking shift' : 'GSM-7'
  return { text: narrow(body, main, extension), alphabet, part }
}

function headerElements(header: Buffer, declared: number): Map<number, Buffer> {
  if (declared > 0 && header.length !== declared - 1) throw new Error('header ends too early')
  const elements = new Map<number, Buffer>()
  let offset = 0
  while (offset < header.length) {
    const length = header[offset + 1] ?? 0
    const end = offset + 2 + length
    if (end > header.length) throw new Error('header ends too early')
    elements.set(header[offset]!, header.subarray(offset + 2, end))
    offset = end
  }
  return elements
}

function partOf(elements: Map<number, Buffer>): Heard['part'] {
  const element = elements.get(0x00)
  if (!element || element.length !== 3) return null
  const [reference, of, at] = element as unknown as [number, number, number]
  if (at < 1 || at > of) throw new Error('part outside its message')
  return { reference, of, at }
}

/** Septets are packed on the radio, after a header that is filled up to a whole septet. */
function onAir(header: number, body: number, isWide: boolean): number {
  if (isWide) return header + body
  const headerSeptets = Math.ceil((header * 8) / 7)
  return Math.ceil(((headerSeptets + body) * 7) / 8)
}

function narrow(septets: Buffer, main: Table, extension: Table): string {
  let text = ''
  for (let index = 0; index < septets.length; index++) {
    const code = septets[index]!
    if (code > 0x7f) throw new Error('not a septet')
    if (code !== ESCAPE) {
      text += main[code]
      continue
    }
    const next = septets[++index]
    if (next === undefined) throw new Error('an escape at the end')
    // A telephone shows the letter of the main table where the extension has none (§6.2.1.1).
    text += extension[next] || main[next]
  }
  return text
}

function wide(octets: Buffer): string {
  const text = new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }).decode(octets)
  return text
}
