import { fromBase32, toBase32 } from './base32.ts'
import type { SigningKey, SlipKey } from './slip_key.ts'

const SHAPE = /^(AK[12])(\d{10})(\d{8})([A-Z2-7]{160})$/

/** What it vouches for: that a petition was received, or an answer given. */
export const MARKS = { slip: 'AK1', letter: 'AK2' } as const
type Mark = (typeof MARKS)[keyof typeof MARKS]

/**
 * What the second QR code of a slip says: AK1, number, day, and in base 32 whose key, the digest of
 * the petition and the signature over all of it; and the QR code of an answer's letter, by AK2. Letters and digits alone, in which case does not
 * matter, nor a Turkish i.
 */
export class SlipCode {
  /** What was read, in capitals and without spaces. */
  static plain(text: string) {
    return text
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/[ıİ]/g, 'I')
      .toUpperCase()
  }

  /** Null when it is none, or not all of one. */
  static parse(text: string) {
    const [, mark, number, day, rest] = SHAPE.exec(SlipCode.plain(text)) ?? []
    return number ? new SlipCode(mark as Mark, number, day!, fromBase32(rest!)) : null
  }

  static issue(
    number: string,
    day: string,
    digest: Uint8Array,
    key: SigningKey,
    mark: Mark = MARKS.slip
  ) {
    const bytes = Buffer.concat([key.public.id, digest])
    const signature = key.sign(signed(mark, number, day, bytes))
    return `${mark}${number}${day}${toBase32(Buffer.concat([bytes, signature]))}`
  }

  private constructor(
    private readonly mark: Mark,
    readonly number: string,
    /** when the petition was received, or its answer given, as eight digits */
    readonly day: string,
    private readonly bytes: Uint8Array
  ) {}

  get isLetter() {
    return this.mark === MARKS.letter
  }

  get digest() {
    return this.bytes.subarray(4, 36)
  }

  /** Whether it says that this key signed it. */
  names({ id }: SlipKey) {
    return id.equals(this.bytes.subarray(0, 4))
  }

  isSignedBy(key: SlipKey) {
    const { mark, number, day, bytes } = this
    return key.signed(signed(mark, number, day, bytes.subarray(0, 36)), bytes.subarray(36))
  }
}

function signed(mark: Mark, number: string, day: string, bytes: Uint8Array) {
  return Buffer.concat([Buffer.from(`${mark}${number}${day}`), bytes])
}
